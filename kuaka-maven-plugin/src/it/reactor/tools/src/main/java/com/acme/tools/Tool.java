package com.acme.tools;

/** Has nothing to do with a database. */
public class Tool {}
