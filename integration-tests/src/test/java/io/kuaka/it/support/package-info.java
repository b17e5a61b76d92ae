/** Databases, runs and pictures that the tests of this module share. */
package io.kuaka.it.support;
