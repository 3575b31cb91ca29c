package io.beep.command.server;

import io.beep.command.shared.LostMember;
import io.beep.command.shared.Seats;
import io.beep.command.shared.Standing;
import io.beep.coreapi.audit.AuditError;
import io.beep.coreapi.audit.GetUndo;
import io.beep.coreapi.server.ModerationError;
import io.beep.coreapi.server.ServerError;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.permission.Permission;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What someone gets back whose kick or ban is undone: no more than they had, and no more than who
 * undoes it could give them by hand. Their seat is taken with it, in the same commit.
 */
public final class Comeback {

  /**
   * @param lost null for who gets nothing back, as they were not in the server
   * @param roles of theirs that are there, the highest first
   * @param deletedRoles of theirs
   * @param missingRoles those that whoever undoes it may not give
   */
  record Offer(
      @Nullable LostMember lost,
      List<RoleId> roles,
      List<RoleId> deletedRoles,
      List<RoleId> missingRoles,
      boolean trusted) {

    private static final Offer NOTHING = new Offer(null, List.of(), List.of(), List.of(), false);

    Offer {
      roles = List.copyOf(roles);
      deletedRoles = List.copyOf(deletedRoles);
      missingRoles = List.copyOf(missingRoles);
    }
  }

  private final LostMembers losses;
  private final Seats seats;
  private final Clock clock;

  public Comeback(LostMembers losses, Seats seats, Clock clock) {
    this.losses = losses;
    this.seats = seats;
    this.clock = clock;
  }

  /** Nothing for who was banned without being in the server. */
  Offer fromBan(MembershipId membership, Standing standing) {
    LostMember lost = losses.of(membership);
    return lost == null || !lost.banned() ? Offer.NOTHING : offer(membership, lost, standing);
  }

  /**
   * @throws DomainException when they came back and went since
   */
  Offer fromKick(MembershipId membership, Standing standing) {
    LostMember lost = losses.of(membership);
    if (lost == null || lost.banned()) {
      throw new DomainException(new AuditError.ChangedSince());
    }
    return offer(membership, lost, standing);
  }

  private Offer offer(MembershipId membership, LostMember lost, Standing standing) {
    Duration grace = GetUndo.GRACE;
    if (lost.at().plus(grace).isBefore(clock.instant())) {
      throw new DomainException(new AuditError.TooLate(grace.toHours()));
    }
    takeSeat(membership);
    List<RoleId> known = standing.known(lost.roles());
    List<RoleId> given = known.stream().filter(standing::mayGive).toList();
    // As to everyone who stayed. Nothing tells any more how high they stood and what they allowed,
    // so only who may do everything gives them back.
    List<RoleId> deleted = deleted(lost, known);
    List<RoleId> deletedGiven = standing.may(Permission.ADMINISTRATOR) ? deleted : List.of();
    List<RoleId> missing =
        Stream.concat(known.stream(), deleted.stream())
            .filter(role -> !given.contains(role) && !deletedGiven.contains(role))
            .toList();
    boolean trusted = lost.trusted() && standing.may(Permission.TIMEOUT_MEMBERS);
    return new Offer(lost, given, deletedGiven, missing, trusted);
  }

  private static List<RoleId> deleted(LostMember lost, List<RoleId> known) {
    return lost.roles().stream()
        .filter(role -> !known.contains(role))
        .sorted(Comparator.comparing(RoleId::value))
        .toList();
  }

  private void takeSeat(MembershipId membership) {
    try {
      seats.take(membership.userId(), membership.serverId());
    } catch (DomainException refusal) {
      throw refusal.error() instanceof ServerError.JoinedLimitReached full
          ? new DomainException(new ModerationError.InTooManyServers(full.most()))
          : refusal;
    }
  }
}
