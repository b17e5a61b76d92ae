/** One project that grows over thirty releases, with rows, forward and back. */
package io.kuaka.it.evolution;
