/** Historical models on real databases. */
package io.kuaka.it.data;
