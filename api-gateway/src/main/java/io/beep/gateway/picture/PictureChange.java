package io.beep.gateway.picture;

import io.beep.coreapi.server.ServerCommand;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.picture.PictureId;
import org.jspecify.annotations.Nullable;

/** The command that gives a server another picture. */
@FunctionalInterface
interface PictureChange {

  /**
   * @param picture null to take it away
   */
  ServerCommand of(ServerId server, UserId actor, @Nullable PictureId picture);
}
