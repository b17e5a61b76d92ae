/** What tests of several packages share: golden files and a compiler in memory. */
package io.kuaka.testing;
