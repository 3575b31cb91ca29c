package io.beep.coreapi.shared;

/**
 * Marks a bean whose methods handle events, so that products find it. Beans of one processing group
 * ({@code @ProcessingGroup}) share a token, a thread per segment and a transaction per batch.
 */
public interface ProcessesEvents {}
