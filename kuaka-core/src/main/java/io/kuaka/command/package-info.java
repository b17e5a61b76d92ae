/** One class per use case, each with its options and its result; the only place that joins the stages. */
@org.jspecify.annotations.NullMarked
package io.kuaka.command;
