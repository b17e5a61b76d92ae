package io.kuaka.hibernate.shop.catalog.migrations;

/** Makes the package above an app. */
final class M0001_initial {}
