package io.beep.coreapi.user;

import io.beep.coreapi.shared.Query;

/** All that can be asked about users. */
public sealed interface UserQuery<R> extends Query<R> permits FindUsers, FindUserByName {}
