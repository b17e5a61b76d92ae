package io.kuaka.hibernate.boot;

import org.hibernate.id.enhanced.SequenceStyleGenerator;

/** Stands for Hibernate's strategy {@code native}; its sequence is that of databases that prefer sequences. */
public final class NativeIdGenerator extends SequenceStyleGenerator {}
