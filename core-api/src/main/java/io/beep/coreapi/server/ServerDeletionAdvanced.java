package io.beep.coreapi.server;

import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;

/**
 * The removal of what a server held got further. There are few of these for a server, however much
 * it held.
 *
 * @param step one of {@link DeletionStep}, by its wire name
 * @param done how many things of the step are gone
 * @param total how many there were when the deletion started
 */
@Revision("1")
public record ServerDeletionAdvanced(
    ServerId serverId, UserId ownerId, String step, long done, long total)
    implements ServerDeletionEvent {}
