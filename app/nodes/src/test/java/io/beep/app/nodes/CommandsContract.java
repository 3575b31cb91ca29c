package io.beep.app.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.invitation.AcceptInvitation;
import io.beep.coreapi.invitation.AcceptMemberInvitation;
import io.beep.coreapi.invitation.CreateInvitation;
import io.beep.coreapi.invitation.CreatedInvitation;
import io.beep.coreapi.invitation.InvitationAccepted;
import io.beep.coreapi.invitation.InvitationCreated;
import io.beep.coreapi.invitation.InviteMember;
import io.beep.coreapi.invitation.MemberInvitationAccepted;
import io.beep.coreapi.invitation.MemberInvitationId;
import io.beep.coreapi.invitation.MemberInvited;
import io.beep.coreapi.invitation.RevokeMemberInvitation;
import io.beep.coreapi.message.SendMessage;
import io.beep.coreapi.server.BanMember;
import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.LeaveServer;
import io.beep.coreapi.server.MemberBanned;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.RenameServer;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.StarterChannel;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.Command;
import io.beep.coreapi.shared.ErrorPayload;
import io.beep.coreapi.shared.MembershipId;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.Quotas;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.HandlerExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How commands are carried out, in whichever product. */
interface CommandsContract {

  /** From where commands are sent. */
  CommandBus bus();

  /** The committed events of an aggregate. */
  List<? extends DomainEventMessage<?>> events(String aggregate);

  int HUNDRED = 100;
  int DOUBLES = 20;
  int ROUNDS = 10;

  private static UserId someone() {
    return UserId.of(UUID.randomUUID().toString());
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  default CompletableFuture<CommandResultMessage<?>> send(
      Command command, @Nullable String key, String hash) {
    Map<String, Object> metaData = new HashMap<>();
    UserId actor = command.actor();
    if (actor != null) {
      metaData.put(MessageKeys.ACTOR, actor.value().toString());
    }
    if (key != null) {
      metaData.put(MessageKeys.IDEMPOTENCY_KEY, key);
      metaData.put(MessageKeys.REQUEST_HASH, hash);
    }
    return send(command, metaData);
  }

  private CompletableFuture<CommandResultMessage<?>> send(
      Command command, Map<String, Object> metaData) {
    CommandMessage<Command> message =
        GenericCommandMessage.<Command>asCommandMessage(command).withMetaData(metaData);
    CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
    bus().<Command, Object>dispatch(message, (_, result) -> answer.complete(result));
    return answer;
  }

  default CommandResultMessage<?> answer(Command command, @Nullable String key, String hash) {
    return send(command, key, hash).orTimeout(20, TimeUnit.SECONDS).join();
  }

  default CommandResultMessage<?> answer(Command command) {
    return answer(command, null, "");
  }

  private CreatedServer found(UserId owner, Visibility visibility) {
    return (CreatedServer)
        answer(new CreateServer(owner, "A server", null, visibility)).getPayload();
  }

  private static ChannelId text(CreatedServer server) {
    return server.channels().stream()
        .filter(channel -> channel.type().equals("text"))
        .map(StarterChannel::id)
        .findFirst()
        .orElseThrow();
  }

  static long position(CommandResultMessage<?> answer) {
    if (answer.getMetaData().get(MessageKeys.POSITION) instanceof Number position) {
      return position.longValue();
    }
    throw new AssertionError("no position: " + answer);
  }

  private static String refusal(CommandResultMessage<?> answer) {
    assertThat(answer.isExceptional()).isTrue();
    return ((HandlerExecutionException) answer.exceptionResult())
        .<ErrorPayload>getDetails()
        .orElseThrow()
        .code();
  }

  private ServerId server(UserId owner) {
    return found(owner, Visibility.PUBLIC).id();
  }

  private long renames(ServerId server, String name) {
    return events(server.toString()).stream()
        .filter(
            event ->
                event.getPayload() instanceof ServerRenamed renamed && renamed.name().equals(name))
        .count();
  }

  @Test
  default void shouldLetEventsBearWhatTheirCommandUndoes() {
    UserId ada = someone();
    ServerId server = server(ada);

    send(new RenameServer(server, ada, "Undone"), Map.of(MessageKeys.UNDOES, 7L))
        .orTimeout(20, TimeUnit.SECONDS)
        .join();

    assertThat(events(server.toString()).getLast().getMetaData().get(MessageKeys.UNDOES))
        .isInstanceOfSatisfying(
            Number.class, undone -> assertThat(undone.longValue()).isEqualTo(7));
  }

  @Test
  default void shouldLetEventsBearWhoSentTheirCommandAndWithWhichRequest() {
    UserId ada = someone();
    ServerId server = server(ada);
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    send(
            new RenameServer(server, ada, "Told"),
            Map.of(
                MessageKeys.ACTOR,
                ada.value().toString(),
                MessageKeys.REQUEST_ID,
                "request-1",
                MessageKeys.TRACE_PARENT,
                trace,
                MessageKeys.IDEMPOTENCY_KEY,
                key(),
                MessageKeys.REQUEST_HASH,
                "hash"))
        .orTimeout(20, TimeUnit.SECONDS)
        .join();

    assertThat(events(server.toString()).getLast().getMetaData())
        .containsEntry(MessageKeys.ACTOR, ada.value().toString())
        .containsEntry(MessageKeys.REQUEST_ID, "request-1")
        .containsEntry(MessageKeys.TRACE_PARENT, trace)
        .doesNotContainKeys(MessageKeys.IDEMPOTENCY_KEY, MessageKeys.REQUEST_HASH);
  }

  /** Each is a server of its own; who founds them is all that they have in common. */
  @Test
  default void shouldFoundAsManyServersAsOneMayHoweverManyComeAtOnce() {
    UserId ada = someone();
    Command founding = new CreateServer(ada, "One of many", null, Visibility.PUBLIC);
    List<CompletableFuture<CommandResultMessage<?>>> atOnce =
        IntStream.range(0, HUNDRED / 2).mapToObj(_ -> send(founding, null, "")).toList();

    long founded =
        atOnce.stream()
            .map(one -> one.orTimeout(60, TimeUnit.SECONDS).join())
            .filter(answer -> !answer.isExceptional())
            .count();

    assertThat(founded).isEqualTo(Quotas.SERVERS_FOUNDED_IN_A_DAY);
    assertThat(refusal(answer(founding))).isEqualTo("server.founded-limit-reached");
  }

  @Test
  default void shouldCarryOutOnceWhatIsSentTwice() {
    UserId ada = someone();
    ServerId server = server(ada);
    String key = key();

    CommandResultMessage<?> first = answer(new RenameServer(server, ada, "Once"), key, "hash");
    CommandResultMessage<?> second = answer(new RenameServer(server, ada, "Once"), key, "hash");

    assertThat(renames(server, "Once")).isEqualTo(1);
    assertThat(position(second)).isEqualTo(position(first));
  }

  @Test
  default void shouldGiveTheSameAnswerToWhatIsSentTwice() {
    UserId ada = someone();
    String key = key();
    CreateServer command = new CreateServer(ada, "Twice", null, Visibility.PRIVATE);

    CommandResultMessage<?> first = answer(command, key, "hash");
    CommandResultMessage<?> second = answer(command, key, "hash");

    assertThat(second.getPayload()).isEqualTo(first.getPayload());
    assertThat(position(second)).isEqualTo(position(first));
  }

  @Test
  default void shouldRefuseAKeyThatWasUsedForSomethingElse() {
    UserId ada = someone();
    ServerId server = server(ada);
    String key = key();
    answer(new RenameServer(server, ada, "This"), key, "hash of this");

    CommandResultMessage<?> other =
        answer(new RenameServer(server, ada, "That"), key, "hash of that");

    assertThat(refusal(other)).isEqualTo("idempotency-key.reused");
    assertThat(renames(server, "That")).isZero();
  }

  /** Who was in already does not join by a repetition that comes when they have left. */
  @Test
  default void shouldDoNothingLaterByWhatDidNothing() {
    UserId grace = someone();
    ServerId server = server(someone());
    answer(new JoinServer(server, grace));
    String key = key();
    CommandResultMessage<?> first = answer(new JoinServer(server, grace), key, "hash");
    answer(new LeaveServer(server, grace));

    CommandResultMessage<?> second = answer(new JoinServer(server, grace), key, "hash");

    assertThat(second.isExceptional()).isFalse();
    assertThat(position(second)).isEqualTo(position(first));
    assertThat(told(new MembershipId(server, grace)))
        .containsExactly(MemberJoined.class, MemberLeft.class);
  }

  @Test
  default void shouldRefuseAKeyThatWasUsedForWhatDidNothing() {
    UserId ada = someone();
    ServerId server = server(ada);
    String key = key();
    answer(new RenameServer(server, ada, "A server"), key, "hash of this");

    CommandResultMessage<?> other =
        answer(new RenameServer(server, ada, "That"), key, "hash of that");

    assertThat(refusal(other)).isEqualTo("idempotency-key.reused");
    assertThat(renames(server, "That")).isZero();
  }

  @Test
  default void shouldGiveDoublesThatDoNothingOneAnswer() {
    UserId ada = someone();
    ServerId server = server(ada);
    String key = key();

    List<CommandResultMessage<?>> answers =
        IntStream.range(0, DOUBLES)
            .<CompletableFuture<CommandResultMessage<?>>>mapToObj(
                _ -> send(new RenameServer(server, ada, "A server"), key, "hash"))
            .toList()
            .stream()
            .<CommandResultMessage<?>>map(answer -> answer.orTimeout(20, TimeUnit.SECONDS).join())
            .toList();

    assertThat(answers).noneMatch(CommandResultMessage::isExceptional);
    assertThat(answers.stream().map(CommandsContract::position).distinct()).hasSize(1);
    assertThat(renames(server, "A server")).isZero();
  }

  @Test
  default void shouldCarryOutOneOfManyDoublesAtOnce() {
    UserId ada = someone();
    ChannelId channel = text(found(ada, Visibility.PRIVATE));
    String key = key();

    List<CommandResultMessage<?>> answers =
        IntStream.range(0, DOUBLES)
            .<CompletableFuture<CommandResultMessage<?>>>mapToObj(
                _ -> send(new SendMessage(channel, ada, "raced", null), key, "hash"))
            .toList()
            .stream()
            .<CommandResultMessage<?>>map(answer -> answer.orTimeout(20, TimeUnit.SECONDS).join())
            .toList();

    assertThat(answers).noneMatch(CommandResultMessage::isExceptional);
    assertThat(answers.stream().<Object>map(CommandResultMessage::getPayload).distinct())
        .hasSize(1);
    assertThat(answers.stream().map(CommandsContract::position).distinct()).hasSize(1);
  }

  @Test
  default void shouldLetAKeyBeUsedAgainAfterARefusal() {
    UserId ada = someone();
    ServerId server = server(ada);
    String key = key();

    assertThat(answer(new RenameServer(server, ada, " "), key, "hash").isExceptional()).isTrue();

    assertThat(answer(new RenameServer(server, ada, "Mended"), key, "other").isExceptional())
        .isFalse();
    assertThat(renames(server, "Mended")).isEqualTo(1);
  }

  @Test
  default void shouldGiveEachOneTheirOwnKeys() {
    UserId ada = someone();
    UserId grace = someone();
    String key = key();

    answer(new RenameServer(server(ada), ada, "Hers"), key, "hash of ada");
    CommandResultMessage<?> graces =
        answer(new RenameServer(server(grace), grace, "Also hers"), key, "hash of grace");

    assertThat(graces.isExceptional()).isFalse();
  }

  @Test
  default void shouldDecideTheNextCommandOnWhatThisOneDid() {
    UserId ada = someone();
    UserId grace = someone();
    CreatedServer server = found(ada, Visibility.PUBLIC);

    for (int round = 0; round < ROUNDS; round++) {
      answer(new JoinServer(server.id(), grace));
      assertThat(answer(new SendMessage(text(server), grace, "in", null)).isExceptional())
          .isFalse();
      answer(new LeaveServer(server.id(), grace));
      assertThat(refusal(answer(new SendMessage(text(server), grace, "out", null))))
          .isEqualTo("channel.not-found");
    }
  }

  @Test
  default void shouldLetTheLastUseOfAnInvitationBeWonByOneOfAHundred() {
    UserId ada = someone();
    ServerId server = found(ada, Visibility.PRIVATE).id();
    CreatedInvitation invitation =
        (CreatedInvitation) answer(new CreateInvitation(server, ada, 2, null)).getPayload();
    assertThat(answer(new AcceptInvitation(invitation.code(), someone())).isExceptional())
        .isFalse();

    List<CommandResultMessage<?>> answers =
        IntStream.range(0, HUNDRED)
            .<CompletableFuture<CommandResultMessage<?>>>mapToObj(
                _ -> send(new AcceptInvitation(invitation.code(), someone()), null, ""))
            .toList()
            .stream()
            .<CommandResultMessage<?>>map(answer -> answer.orTimeout(20, TimeUnit.SECONDS).join())
            .toList();

    assertThat(answers).filteredOn(answer -> !answer.isExceptional()).hasSize(1);
    assertThat(answers)
        .filteredOn(CommandResultMessage::isExceptional)
        .extracting(CommandsContract::refusal)
        .containsOnly("invitation.used-up");
    assertThat(events(invitation.code().toString()))
        .<Object>extracting(DomainEventMessage::getPayload)
        .hasExactlyElementsOfTypes(
            InvitationCreated.class, InvitationAccepted.class, InvitationAccepted.class);
  }

  @Test
  default void shouldUseNothingUpForOneWhoAcceptsManyTimesAtOnce() {
    UserId ada = someone();
    UserId grace = someone();
    ServerId server = found(ada, Visibility.PRIVATE).id();
    List<CreatedInvitation> invitations =
        IntStream.range(0, 2)
            .mapToObj(
                _ ->
                    (CreatedInvitation)
                        answer(new CreateInvitation(server, ada, null, null)).getPayload())
            .toList();

    List<CommandResultMessage<?>> answers =
        IntStream.range(0, DOUBLES)
            .<CompletableFuture<CommandResultMessage<?>>>mapToObj(
                i -> send(new AcceptInvitation(invitations.get(i % 2).code(), grace), null, ""))
            .toList()
            .stream()
            .<CommandResultMessage<?>>map(answer -> answer.orTimeout(20, TimeUnit.SECONDS).join())
            .toList();

    assertThat(answers).noneMatch(CommandResultMessage::isExceptional);
    assertThat(
            invitations.stream()
                .flatMap(invitation -> events(invitation.code().toString()).stream())
                .filter(event -> event.getPayload() instanceof InvitationAccepted))
        .hasSize(1);
    assertThat(events(new MembershipId(server, grace).toString())).hasSize(1);
  }

  private UserId invited(UserId inviter, ServerId server) {
    UserId guest = someone();
    assertThat(answer(new InviteMember(server, inviter, guest)).isExceptional()).isFalse();
    return guest;
  }

  private List<CommandResultMessage<?>> allAtOnce(Stream<Command> commands) {
    return commands
        .<CompletableFuture<CommandResultMessage<?>>>map(command -> send(command, null, ""))
        .toList()
        .stream()
        .<CommandResultMessage<?>>map(answer -> answer.orTimeout(20, TimeUnit.SECONDS).join())
        .toList();
  }

  private List<Class<?>> told(Object aggregate) {
    return events(aggregate.toString()).stream()
        .<Class<?>>map(DomainEventMessage::getPayloadType)
        .toList();
  }

  @Test
  default void shouldLetOneOfAHundredAcceptWhatIsMeantForOnePerson() {
    UserId ada = someone();
    ServerId server = found(ada, Visibility.PRIVATE).id();
    UserId guest = invited(ada, server);

    List<CommandResultMessage<?>> answers =
        allAtOnce(
            IntStream.range(0, HUNDRED).mapToObj(_ -> new AcceptMemberInvitation(server, guest)));

    assertThat(answers).filteredOn(answer -> !answer.isExceptional()).hasSize(1);
    assertThat(answers)
        .filteredOn(CommandResultMessage::isExceptional)
        .extracting(CommandsContract::refusal)
        .containsOnly("invitation.not-found");
    assertThat(told(new MembershipId(server, guest))).containsExactly(MemberJoined.class);
    assertThat(told(new MemberInvitationId(server, guest)))
        .containsExactly(MemberInvited.class, MemberInvitationAccepted.class);
  }

  @Test
  default void shouldAnswerInOneWayWhatIsAcceptedAndRevokedAtOnce() {
    UserId ada = someone();
    ServerId server = found(ada, Visibility.PRIVATE).id();
    for (int round = 0; round < ROUNDS; round++) {
      UserId guest = invited(ada, server);

      allAtOnce(
          IntStream.range(0, DOUBLES)
              .mapToObj(
                  i ->
                      i % 2 == 0
                          ? new AcceptMemberInvitation(server, guest)
                          : new RevokeMemberInvitation(server, ada, guest)));

      List<Class<?>> invitation = told(new MemberInvitationId(server, guest));
      assertThat(invitation).hasSize(2).startsWith(MemberInvited.class);
      assertThat(told(new MembershipId(server, guest)).contains(MemberJoined.class))
          .isEqualTo(invitation.contains(MemberInvitationAccepted.class));
    }
  }

  /** They were in before they were put out, or never. */
  @Test
  default void shouldKeepOutWhoIsBannedWhileTheyAccept() {
    UserId ada = someone();
    ServerId server = found(ada, Visibility.PRIVATE).id();
    for (int round = 0; round < ROUNDS; round++) {
      UserId guest = invited(ada, server);

      allAtOnce(
          IntStream.range(0, DOUBLES)
              .mapToObj(
                  i ->
                      i == DOUBLES / 2
                          ? new BanMember(server, ada, guest, null)
                          : new AcceptMemberInvitation(server, guest)));
      // On another node it may have been told to try again.
      answer(new BanMember(server, ada, guest, null));

      List<Class<?>> membership = told(new MembershipId(server, guest));
      assertThat(membership).endsWith(MemberBanned.class).doesNotHaveDuplicates();
      assertThat(
              told(new MemberInvitationId(server, guest)).contains(MemberInvitationAccepted.class))
          .isEqualTo(membership.contains(MemberJoined.class));
    }
  }

  @Test
  default void shouldTellPositionsInTheOrderOfTheStream() {
    UserId ada = someone();
    ServerId server = server(ada);

    long first = position(answer(new RenameServer(server, ada, "First")));
    long second = position(answer(new RenameServer(server, ada, "Second")));

    assertThat(second).isEqualTo(first + 1);
  }

  @Test
  default void shouldTellWhatIsNotThere() {
    assertThat(
            refusal(
                answer(
                    new SendMessage(
                        ChannelId.of(UUID.randomUUID().toString()), someone(), "lost", null))))
        .isEqualTo("channel.not-found");
  }
}
