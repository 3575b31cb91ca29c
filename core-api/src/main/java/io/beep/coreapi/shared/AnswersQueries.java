package io.beep.coreapi.shared;

/** Marks a bean whose methods answer queries, so that products find it. */
public interface AnswersQueries {}
