/** Holds the documentation true: its code compiles and runs, and its tables name tests that exist. */
package io.kuaka.it.docs;
