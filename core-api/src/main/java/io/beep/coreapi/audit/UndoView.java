package io.beep.coreapi.audit;

/**
 * An act that nothing speaks against undoing.
 *
 * @param position the place in the event stream up to which the answer knows everything
 */
public record UndoView(AuditEntryView act, long position) {}
