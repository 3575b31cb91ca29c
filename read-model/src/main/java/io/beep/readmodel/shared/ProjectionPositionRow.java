package io.beep.readmodel.shared;

/**
 * A row of {@code projection_position}.
 *
 * @param processor one of {@link ProcessingGroups}
 * @param position the place in the event stream up to which the processor has written its rows
 */
public record ProjectionPositionRow(String processor, int segment, long position) {}
