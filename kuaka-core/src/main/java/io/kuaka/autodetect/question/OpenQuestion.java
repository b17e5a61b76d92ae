package io.kuaka.autodetect.question;

/**
 * A question that nobody answered.
 *
 * @param key the words that name it in an answers file
 * @param text the question, as a sentence
 * @param choices what can be answered
 * @param hint another way to settle it, as a sentence; empty where there is none
 */
public record OpenQuestion(String key, String text, String choices, String hint) {}
