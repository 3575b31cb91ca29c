package io.beep.coreapi.user;

import io.beep.coreapi.shared.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Someone has another picture, or none any more.
 *
 * @param pictureId null for none
 */
@Revision("1")
public record UserPictureSet(UserId userId, @Nullable String pictureId) implements UserEvent {}
