/** What commands print: one report for each result, and how much of it was asked for. */
@Internal
@NullMarked
package io.kuaka.cli.report;

import io.kuaka.base.Internal;
import org.jspecify.annotations.NullMarked;
