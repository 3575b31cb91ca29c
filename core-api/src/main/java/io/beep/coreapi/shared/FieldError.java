package io.beep.coreapi.shared;

/**
 * What is wrong with one field of the input.
 *
 * @param code stable and for programs
 * @param detail one short sentence for people
 */
public record FieldError(String field, String code, String detail) {}
