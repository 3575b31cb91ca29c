package io.beep.coreapi.user;

import io.beep.coreapi.shared.Command;

/** All that can be asked of a user. */
public sealed interface UserCommand extends Command permits RegisterUser, SetUserPicture {}
