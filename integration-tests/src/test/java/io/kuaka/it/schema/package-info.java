/** Operations on real databases: what they lead to, and what they refuse. */
package io.kuaka.it.schema;
