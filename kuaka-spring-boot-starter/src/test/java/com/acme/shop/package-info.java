/** An app that says its label. */
@App("shop")
package com.acme.shop;

import io.kuaka.migration.App;
