package io.beep.app.eventstore;

/**
 * That a command with this key was carried out, and what it answered.
 *
 * @param actor the bare id of the user who asked; keys of different users never meet
 * @param requestHash of what was asked, to tell a repetition from another request under the same
 *     key
 * @param resultType name of the type of {@code result} for the serializer, empty for no result
 * @param result JSON
 * @param position of the last event of the command; of the newest in the store, when it caused none
 */
public record Receipt(
    String actor,
    String key,
    String requestHash,
    String resultType,
    String result,
    long position) {}
