package io.kuaka.autodetect.question;

/**
 * A question without an answer.
 *
 * @param key its name in an answers file
 * @param text the question, as a sentence
 * @param choices what can be answered
 * @param hint another way to settle it, as a sentence; empty if there is none
 */
public record OpenQuestion(String key, String text, String choices, String hint) {}
