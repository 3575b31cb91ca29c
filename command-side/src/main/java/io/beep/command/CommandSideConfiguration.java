package io.beep.command;

import io.beep.command.audit.UndoDesk;
import io.beep.command.channel.Channel;
import io.beep.command.channel.ChannelDesk;
import io.beep.command.channel.ChannelRoster;
import io.beep.command.invitation.Invitation;
import io.beep.command.invitation.InvitationDesk;
import io.beep.command.invitation.InvitationQuota;
import io.beep.command.invitation.MemberInvitation;
import io.beep.command.invitation.MemberInvitationDesk;
import io.beep.command.invitation.MembershipPast;
import io.beep.command.message.KeptTurns;
import io.beep.command.message.Message;
import io.beep.command.message.RepliedMessages;
import io.beep.command.message.SenderTurns;
import io.beep.command.message.SlowMode;
import io.beep.command.moderation.Report;
import io.beep.command.moderation.ReportDesk;
import io.beep.command.moderation.ReportedMessages.ReportedMessage;
import io.beep.command.moderation.Safety;
import io.beep.command.moderation.SafetyDesk;
import io.beep.command.server.Comeback;
import io.beep.command.server.Entrance;
import io.beep.command.server.KnownUsers;
import io.beep.command.server.Membership;
import io.beep.command.server.Server;
import io.beep.command.server.ServerFoundation;
import io.beep.command.server.Succession;
import io.beep.command.shared.AccessState;
import io.beep.command.shared.DeletionGrace;
import io.beep.command.shared.LostMember;
import io.beep.command.shared.Seats;
import io.beep.command.shared.WordReports;
import io.beep.command.user.KeptSeats;
import io.beep.command.user.ServerSeats;
import io.beep.command.user.User;
import io.beep.coreapi.invitation.InvitationCodes;
import io.beep.coreapi.message.MessageDeleted;
import io.beep.coreapi.message.MessageEvent;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.moderation.NewAccounts;
import io.beep.coreapi.server.ArrivalEvent;
import io.beep.coreapi.server.DepartureEvent;
import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberUnbanned;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.UserId;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/** What a product must know to run the side that decides. */
public final class CommandSideConfiguration {

  private CommandSideConfiguration() {}

  /**
   * Registers every aggregate and command handler, with what they take as arguments. A product that
   * gives another {@link DeletionGrace}, {@link NewAccounts#FREE} or {@link Seats#UNLIMITED},
   * registers it after this.
   *
   * @param codes of invitations, from a source of chance that nobody can foretell
   * @param streams the committed events of an aggregate, by its identifier in the store
   * @param aggregates keeps those that were used last
   */
  public static void register(
      Configurer configurer,
      AccessState access,
      IdGenerator ids,
      InvitationCodes codes,
      Clock clock,
      Function<String, Iterable<? extends DomainEventMessage<?>>> streams,
      Cache aggregates) {
    configurer
        .registerComponent(AccessState.class, configuration -> access)
        .registerComponent(IdGenerator.class, configuration -> ids)
        .registerComponent(Clock.class, configuration -> clock)
        .registerComponent(
            Comeback.class,
            configuration ->
                new Comeback(
                    membership -> LostMember.of(streams.apply(membership.toString())),
                    configuration.getComponent(Seats.class),
                    clock))
        .registerComponent(KnownUsers.class, configuration -> knownUsers(streams))
        .registerComponent(DeletionGrace.class, configuration -> DeletionGrace.USUAL)
        .registerComponent(NewAccounts.class, configuration -> NewAccounts.USUAL)
        .registerComponent(RepliedMessages.class, configuration -> repliedMessages(streams))
        .configureAggregate(aggregate(User.class, aggregates))
        .registerComponent(
            Seats.class,
            configuration ->
                new KeptSeats(configuration.repository(ServerSeats.class), access, clock))
        .configureAggregate(aggregate(ServerSeats.class, aggregates))
        .configureAggregate(aggregate(Server.class, aggregates))
        .configureAggregate(aggregate(Membership.class, aggregates))
        .configureAggregate(aggregate(Channel.class, aggregates))
        .registerComponent(
            SlowMode.class,
            configuration -> new KeptTurns(configuration.repository(SenderTurns.class), clock))
        .configureAggregate(aggregate(ChannelRoster.class, aggregates))
        .configureAggregate(aggregate(SenderTurns.class, aggregates))
        .configureAggregate(aggregate(Message.class, aggregates))
        .configureAggregate(aggregate(Report.class, aggregates))
        .configureAggregate(aggregate(Safety.class, aggregates))
        .registerComponent(
            WordReports.class, configuration -> reportDesk(configuration, access, streams)::file)
        .configureAggregate(aggregate(Invitation.class, aggregates))
        .configureAggregate(aggregate(InvitationQuota.class, aggregates))
        .configureAggregate(aggregate(MemberInvitation.class, aggregates))
        .registerCommandHandler(
            configuration -> serverFoundation(configuration, access, ids, clock, streams))
        .registerCommandHandler(configuration -> succession(configuration, access))
        .registerCommandHandler(
            configuration -> channelDesk(configuration, access, ids, clock, streams))
        .registerCommandHandler(
            configuration -> new SafetyDesk(configuration.repository(Safety.class), access))
        .registerCommandHandler(configuration -> new UndoDesk(access))
        .registerCommandHandler(configuration -> reportDesk(configuration, access, streams))
        .registerCommandHandler(
            configuration ->
                invitationDesk(configuration, access, membershipPast(streams), codes, clock))
        .registerCommandHandler(
            configuration ->
                memberInvitationDesk(configuration, access, membershipPast(streams), clock));
  }

  private static <A> AggregateConfigurer<A> aggregate(Class<A> type, Cache cache) {
    return AggregateConfigurer.defaultConfiguration(type).configureCache(configuration -> cache);
  }

  private static ServerFoundation serverFoundation(
      Configuration configuration,
      AccessState access,
      IdGenerator ids,
      Clock clock,
      Function<String, Iterable<? extends DomainEventMessage<?>>> streams) {
    return new ServerFoundation(
        configuration.repository(Server.class),
        configuration.repository(Membership.class),
        channelDesk(configuration, access, ids, clock, streams)::create,
        configuration.getComponent(Seats.class),
        ids);
  }

  private static Succession succession(Configuration configuration, AccessState access) {
    return new Succession(
        configuration.repository(Server.class), configuration.repository(Membership.class), access);
  }

  private static ChannelDesk channelDesk(
      Configuration configuration,
      AccessState access,
      IdGenerator ids,
      Clock clock,
      Function<String, Iterable<? extends DomainEventMessage<?>>> streams) {
    return new ChannelDesk(
        configuration.repository(Channel.class),
        configuration.repository(ChannelRoster.class),
        access,
        ids,
        channel -> streams.apply(channel.toString()).iterator().next().getTimestamp(),
        clock,
        configuration.getComponent(DeletionGrace.class));
  }

  private static ReportDesk reportDesk(
      Configuration configuration,
      AccessState access,
      Function<String, Iterable<? extends DomainEventMessage<?>>> streams) {
    return new ReportDesk(
        configuration.repository(Report.class), id -> reportedMessage(streams, id), access);
  }

  private static InvitationDesk invitationDesk(
      Configuration configuration,
      AccessState access,
      MembershipPast pasts,
      InvitationCodes codes,
      Clock clock) {
    return new InvitationDesk(
        configuration.repository(Invitation.class),
        configuration.repository(InvitationQuota.class),
        entrance(configuration)::admit,
        access,
        pasts,
        codes,
        clock);
  }

  private static MemberInvitationDesk memberInvitationDesk(
      Configuration configuration, AccessState access, MembershipPast pasts, Clock clock) {
    return new MemberInvitationDesk(
        configuration.repository(MemberInvitation.class),
        configuration.repository(InvitationQuota.class),
        entrance(configuration)::admit,
        access,
        pasts,
        clock);
  }

  private static Entrance entrance(Configuration configuration) {
    return new Entrance(
        configuration.repository(Membership.class), configuration.getComponent(Seats.class));
  }

  private static MembershipPast membershipPast(
      Function<String, Iterable<? extends DomainEventMessage<?>>> streams) {
    return membership -> {
      MembershipPast.Past past = new MembershipPast.Past(false, 0);
      for (DomainEventMessage<?> event : streams.apply(membership.toString())) {
        past =
            switch (event.getPayload()) {
              case MemberBanned _ -> new MembershipPast.Past(true, past.moves() + 1);
              case MemberUnbanned _ -> new MembershipPast.Past(false, past.moves());
              case ArrivalEvent _, DepartureEvent _ ->
                  new MembershipPast.Past(past.banned(), past.moves() + 1);
              default -> past;
            };
      }
      return past;
    };
  }

  private static KnownUsers knownUsers(
      Function<String, Iterable<? extends DomainEventMessage<?>>> streams) {
    return userId -> streams.apply(userId.toString()).iterator().hasNext();
  }

  private static RepliedMessages repliedMessages(
      Function<String, Iterable<? extends DomainEventMessage<?>>> streams) {
    return (messageId, channelId) -> wasSentTo(streams, messageId, channelId);
  }

  private static boolean wasSentTo(
      Function<String, Iterable<? extends DomainEventMessage<?>>> streams,
      MessageId messageId,
      ChannelId channelId) {
    for (DomainEventMessage<?> event : streams.apply(messageId.toString())) {
      if (event.getPayload() instanceof MessageSent sent) {
        return sent.channelId().equals(channelId);
      }
    }
    return false;
  }

  private static @Nullable ReportedMessage reportedMessage(
      Function<String, Iterable<? extends DomainEventMessage<?>>> streams, MessageId messageId) {
    ReportedMessage found = null;
    for (DomainEventMessage<?> event : streams.apply(messageId.toString())) {
      if (event.getPayload() instanceof MessageDeleted) {
        return null;
      }
      if (event.getPayload() instanceof MessageEvent said) {
        UserId author =
            said instanceof MessageSent sent
                ? sent.authorId()
                : Objects.requireNonNull(found).authorId();
        found =
            new ReportedMessage(
                said.serverId(), said.channelId(), author, event.getSequenceNumber());
      }
    }
    return found;
  }
}
