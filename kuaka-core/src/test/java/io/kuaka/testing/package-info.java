/** What tests of several packages share: golden files, a compiler in memory, and the table and rules of the house. */
package io.kuaka.testing;
