/** Runs cases recorded from Django's tests against Kuaka; the recordings live outside of the project. */
package io.kuaka.conformance;
