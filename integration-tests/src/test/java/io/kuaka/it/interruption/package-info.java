/** Runs that are killed, and runs that start at once: real processes on real databases. */
package io.kuaka.it.interruption;
