package io.beep.command.server;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.command.shared.AccessState;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.LeaveServer;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.ServerError;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MembershipId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What one user is in one server, through every joining and leaving. */
public final class Membership {

  @AggregateIdentifier private @Nullable MembershipId id;
  private boolean joined;

  Membership() {}

  Membership(MemberJoined first) {
    apply(first);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(JoinServer command, AccessState access) {
    access.requireOpenTo(command.actor(), command.serverId());
    if (!joined) {
      apply(new MemberJoined(command.serverId(), command.actor()));
    }
  }

  /** Whether they were not in the server before. */
  boolean enter(MemberJoined entry) {
    if (joined) {
      return false;
    }
    apply(entry);
    return true;
  }

  @CommandHandler
  void decide(LeaveServer command, AccessState access) {
    access.requireOpenTo(command.actor(), command.serverId());
    if (!joined) {
      throw new DomainException(new CommonError.NotFound("membership"));
    }
    if (access.isOwner(command.actor(), command.serverId())) {
      throw new DomainException(new ServerError.OwnerCannotLeave());
    }
    apply(new MemberLeft(command.serverId(), command.actor()));
  }

  @EventSourcingHandler
  void evolve(MemberJoined event) {
    id = new MembershipId(event.serverId(), event.userId());
    joined = true;
  }

  @EventSourcingHandler
  void evolve(MemberLeft event) {
    joined = false;
  }
}
