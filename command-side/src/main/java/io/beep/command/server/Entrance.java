package io.beep.command.server;

import io.beep.command.shared.Seats;
import io.beep.coreapi.shared.MembershipId;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Lets someone into a server within the commit of the running command, for whoever has decided that
 * they may enter.
 */
public final class Entrance {

  private final Repository<Membership> memberships;
  private final Seats seats;

  public Entrance(Repository<Membership> memberships, Seats seats) {
    this.memberships = memberships;
    this.seats = seats;
  }

  /**
   * Whether they were not in the server before.
   *
   * @param check what has to hold still, asked when nobody else can change the membership any more
   * @throws io.beep.coreapi.shared.DomainException when they are banned from it, or are in too many
   */
  public boolean admit(MembershipId id, Runnable check) throws Exception {
    Aggregate<Membership> membership = memberships.loadOrCreate(id.toString(), Membership::new);
    check.run();
    return membership.invoke(it -> it.enter(id.serverId(), id.userId(), seats));
  }
}
