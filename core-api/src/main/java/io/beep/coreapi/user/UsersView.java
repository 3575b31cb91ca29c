package io.beep.coreapi.user;

import java.util.List;

/** Users in no order. */
public record UsersView(List<UserView> users) {

  public UsersView {
    users = List.copyOf(users);
  }
}
