/** What Java programs call: one class for those who want no more than to migrate. */
@org.jspecify.annotations.NullMarked
package io.kuaka;
