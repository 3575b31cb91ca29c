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
   * @param roles of theirs, the highest first, and behind them those that are deleted
   * @param missingRoles those that are there and that whoever undoes it may not give
   */
  record Offer(
      @Nullable LostMember lost, List<RoleId> roles, List<RoleId> missingRoles, boolean trusted) {

    private static final Offer NOTHING = new Offer(null, List.of(), List.of(), false);

    Offer {
      roles = List.copyOf(roles);
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
    List<RoleId> missing = known.stream().filter(role -> !given.contains(role)).toList();
    boolean trusted = lost.trusted() && standing.may(Permission.TIMEOUT_MEMBERS);
    return new Offer(
        lost,
        Stream.concat(given.stream(), deleted(lost, known, standing)).toList(),
        missing,
        trusted);
  }

  /**
   * Roles that are deleted are given back too, as to everyone who stayed: they count again when
   * somebody who stands above them restores them.
   */
  private static Stream<RoleId> deleted(LostMember lost, List<RoleId> known, Standing standing) {
    return standing.may(Permission.MANAGE_ROLES)
        ? lost.roles().stream()
            .filter(role -> !known.contains(role))
            .sorted(Comparator.comparing(RoleId::value))
        : Stream.empty();
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
