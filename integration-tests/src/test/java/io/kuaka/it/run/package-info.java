/** Whole runs: plans, interruptions, squashes, and the statements that reach the database. */
package io.kuaka.it.run;
