/** Each type changed into each other one, with rows, on each database. */
package io.kuaka.it.matrix;
