package io.beep.command.server;

import io.beep.command.shared.AccessState;
import io.beep.coreapi.server.HandOverServer;
import io.beep.coreapi.server.OwnershipTransferred;
import io.beep.coreapi.server.ServerError;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DecidesCommands;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MembershipId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/**
 * Hands a server over. The membership of the new owner is held to the commit, so that they cannot
 * leave at that very moment and own a server that they are not in.
 */
public final class Succession implements DecidesCommands {

  private final Repository<Server> servers;
  private final Repository<Membership> memberships;
  private final AccessState access;

  public Succession(
      Repository<Server> servers, Repository<Membership> memberships, AccessState access) {
    this.servers = servers;
    this.memberships = memberships;
    this.access = access;
  }

  @CommandHandler
  void decide(HandOverServer command) {
    access.requireOpenTo(command.actor(), command.serverId());
    if (!access.isOwner(command.actor(), command.serverId())) {
      throw new DomainException(new ServerError.NotTheOwner());
    }
    requireMember(new MembershipId(command.serverId(), command.userId()));
    Aggregate<Server> server = servers.load(command.serverId().toString());
    server.execute(
        it ->
            it.handOver(
                new OwnershipTransferred(command.serverId(), command.actor(), command.userId())));
  }

  private void requireMember(MembershipId id) {
    try {
      if (memberships.load(id.toString()).<Boolean>invoke(Membership::isMember)) {
        return;
      }
    } catch (AggregateNotFoundException neverWas) {
      // Answered as for one who is not in any more.
    }
    throw new DomainException(new CommonError.NotFound("membership"));
  }
}
