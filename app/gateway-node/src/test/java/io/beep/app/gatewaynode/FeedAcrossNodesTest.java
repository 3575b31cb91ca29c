package io.beep.app.gatewaynode;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.app.gatewaynode.Follower.Frame;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.message.MessageEdited;
import io.beep.coreapi.message.MessageSent;
import io.beep.coreapi.server.FeedScopeView;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.ChannelAccess;
import io.beep.coreapi.shared.permission.MemberAccess;
import io.beep.coreapi.shared.permission.Permissions;
import io.beep.coreapi.shared.permission.ServerAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It does not matter to a client which gateway it is connected to. */
final class FeedAcrossNodesTest {

  @TempDir static Path web;

  private final ServerId server = new ServerId(UUID.randomUUID());
  private final ChannelId channel = new ChannelId(UUID.randomUUID());
  private final HttpClient http = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init") // set before each
  private SharedNodes nodes;

  @SuppressWarnings("NullAway.Init") // set before each
  private UserId ada;

  @SuppressWarnings("NullAway.Init") // set before each
  private UserId grace;

  @SuppressWarnings("NullAway.Init") // set before each
  private URI here;

  @SuppressWarnings("NullAway.Init") // set before each
  private URI there;

  @BeforeEach
  void start() {
    nodes = new SharedNodes(web, this::memberships);
    ada = nodes.person("ada");
    grace = nodes.person("grace");
    nodes.publish(
        new ServerCreated(
            server, ada, "Engines", null, "public", Permissions.DEFAULT_FOR_EVERYONE.names()));
    nodes.publish(new MemberJoined(server, ada));
    nodes.publish(new MemberJoined(server, grace));
    nodes.publish(new ChannelCreated(channel, server, "news", "text", null, false, ada));
    here = nodes.gateway();
    there = nodes.gateway();
  }

  @AfterEach
  void end() throws Exception {
    http.shutdownNow();
    nodes.close();
  }

  /** Both are in the one server. */
  private List<FeedScopeView.Membership> memberships(UserId user) {
    ServerAccess access =
        new ServerAccess(server, ada, Map.of())
            .with(RoleId.everyone(server), Permissions.DEFAULT_FOR_EVERYONE);
    return List.of(
        new FeedScopeView.Membership(
            access,
            new MemberAccess(user, Set.of(), null),
            List.of(new FeedScopeView.Channel(ChannelAccess.open(channel, server), null))));
  }

  private Follower follow(URI gateway, String username) {
    return Follower.of(gateway, nodes.token(username), null);
  }

  private long say(String content) {
    return nodes.publish(
        new MessageSent(new MessageId(UUID.randomUUID()), channel, server, ada, content, null));
  }

  private int type(URI gateway, String username) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(gateway.resolve("/api/channels/" + channel.value() + "/typing"))
                .header("Authorization", "Bearer " + nodes.token(username))
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void shouldTellOnOneWhoWritesOnTheOther() throws Exception {
    try (Follower near = follow(here, "grace");
        Follower far = follow(there, "grace")) {
      assertThat(type(here, "ada")).isEqualTo(204);
      Frame told = far.await("typing");
      near.await("typing");
      long end = say("written");

      assertThat(told.id()).isNull();
      assertThat(told.data().path("user").path("id").asString(""))
          .isEqualTo(ada.value().toString());
      assertThat(told.data().path("channelId").asString("")).isEqualTo(channel.value().toString());
      assertThat(far.awaitPosition(end).frames("typing")).hasSize(1);
      assertThat(near.awaitPosition(end).frames("typing")).hasSize(1);
    }
  }

  @Test
  void shouldTellTheSameOnBoth() {
    try (Follower near = follow(here, "ada");
        Follower far = follow(there, "grace")) {
      MessageId message = new MessageId(UUID.randomUUID());
      long first = nodes.publish(new MessageSent(message, channel, server, ada, "frist", null));
      nodes.publish(new MessageEdited(message, channel, server, ada, "first"));
      long last = say("second");

      List<Frame> told = near.awaitPosition(last).events();

      assertThat(told).extracting(Frame::id).isEqualTo(places(first, last));
      assertThat(told)
          .extracting(Frame::event)
          .containsExactly("message.sent", "message.edited", "message.sent");
      assertThat(far.awaitPosition(last).events()).isEqualTo(told);
    }
  }

  @Test
  void shouldGoOnOnTheOtherWhereOneEnded() {
    long first = say("one");
    say("two");
    List<Frame> whole = new ArrayList<>();
    URI gateway = here;
    long known = first - 1;
    for (int i = 0; i < 6; i++) {
      // What is said while nobody listens, and what is said then.
      say("missed " + i);
      try (Follower feed = Follower.of(gateway, nodes.token("grace"), known)) {
        known = say("live " + i);
        whole.addAll(feed.awaitPosition(known).events());
      }
      gateway = gateway.equals(here) ? there : here;
    }

    assertThat(whole).extracting(Frame::id).isEqualTo(places(first, known));
    assertThat(whole.stream().map(frame -> frame.data().at("/message/content").asString("")))
        .startsWith("one", "two", "missed 0", "live 0", "missed 1", "live 1");
  }

  @Test
  void shouldGoOnOnANodeThatStartedLater() {
    long known = say("seen elsewhere");
    URI youngest = nodes.gateway();

    try (Follower feed = Follower.of(youngest, nodes.token("grace"), known)) {
      long next = say("next");

      assertThat(feed.awaitPosition(next).events()).extracting(Frame::id).containsExactly(next);
    }
  }

  private static List<Long> places(long first, long last) {
    return Stream.of(LongStream.rangeClosed(first, last).boxed().toArray(Long[]::new)).toList();
  }
}
