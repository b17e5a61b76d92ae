/** What applications with Spring Boot may name: a qualifier, connection details and events. */
@NullMarked
package io.kuaka.spring;

import org.jspecify.annotations.NullMarked;
