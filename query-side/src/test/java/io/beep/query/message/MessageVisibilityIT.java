package io.beep.query.message;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.message.GetMessage;
import io.beep.coreapi.message.ListChannelMessages;
import io.beep.coreapi.message.MessagePage;
import io.beep.coreapi.message.MessageView;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.query.shared.World;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageVisibilityIT {

  private final World world = new World();
  private final UserId owner = world.user("owner");
  private final UserId member = world.user("member");
  private final UserId stranger = world.user("stranger");
  private final ServerId server = world.publicServer(owner);
  private final MessageQueries queries =
      new MessageQueries(world.readModel(), world.barrier(), World.CLOCK);

  @AfterEach
  void close() {
    world.close();
  }

  private CompletableFuture<MessagePage> list(ChannelId channel, UserId asking) {
    return queries.answer(new ListChannelMessages(channel, asking, null, null, null, 50), null);
  }

  private CompletableFuture<MessageView> get(MessageId message, UserId asking) {
    return queries.answer(new GetMessage(message, asking), null);
  }

  @Test
  void shouldShowMembersWhatIsOpen() {
    world.member(server, member);
    ChannelId channel = world.channel(server);
    MessageId message = world.message(channel, owner, "hello");

    assertThat(answered(list(channel, member)).items()).hasSize(1);
    assertThat(answered(get(message, member)).content()).isEqualTo("hello");
  }

  @Test
  void shouldKeepStrangersOutEvenOfAPublicServer() {
    ChannelId channel = world.channel(server);
    MessageId message = world.message(channel, owner, "hello");

    refusedWith("channel.not-found", list(channel, stranger));
    refusedWith("message.not-found", get(message, stranger));
  }

  @Test
  void shouldAnswerAlikeForWhatIsNotThereAndWhatIsHidden() {
    world.member(server, member);
    ChannelId hidden = world.hiddenChannel(server);
    MessageId message = world.message(hidden, owner, "secret");

    refusedWith("channel.not-found", list(hidden, member));
    refusedWith("channel.not-found", list(new ChannelId(world.nextId()), member));
    refusedWith("message.not-found", get(message, member));
    refusedWith("message.not-found", get(new MessageId(world.nextId()), member));
    assertThat(answered(list(hidden, owner)).items()).hasSize(1);
  }

  @Test
  void shouldTellThatReadingIsForbiddenInAChannelThatIsSeen() {
    world.everyoneMay(server, PermissionSet.of(Permission.VIEW_CHANNEL));
    world.member(server, member);
    ChannelId channel = world.channel(server);
    MessageId message = world.message(channel, owner, "hello");

    refusedWith("permission.missing", list(channel, member));
    refusedWith("permission.missing", get(message, member));
  }

  @Test
  void shouldObeyOverwritesOfRolesAndMembers() {
    RoleId staff = world.role(server);
    UserId guest = world.user("guest");
    world.member(server, member, staff);
    world.member(server, guest);
    ChannelId hidden = world.hiddenChannel(server);
    PermissionSet view = PermissionSet.of(Permission.VIEW_CHANNEL);
    world.overwrite(hidden, server, "role", staff.value(), view, PermissionSet.NONE);

    assertThat(answered(list(hidden, member)).items()).isEmpty();
    refusedWith("channel.not-found", list(hidden, guest));

    world.overwrite(hidden, server, "member", guest.value(), view, PermissionSet.NONE);
    world.overwrite(hidden, server, "member", member.value(), PermissionSet.NONE, view);
    assertThat(answered(list(hidden, guest)).items()).isEmpty();
    refusedWith("channel.not-found", list(hidden, member));
  }

  @Test
  void shouldLetAdministratorsSeeAll() {
    world.member(server, member, world.role(server, Permission.ADMINISTRATOR));
    ChannelId hidden = world.hiddenChannel(server);

    assertThat(answered(list(hidden, member)).items()).isEmpty();
  }

  @Test
  void shouldInheritFromTheFolderUntilAChannelSetsItsOwn() {
    world.member(server, member);
    ChannelId folder = world.channel(server, "folder", null);
    world.hide(folder, server);
    ChannelId inheriting = world.channel(server, "text", folder);
    ChannelId own = world.channel(server, "text", folder);
    world.unsync(own);
    world.overwrite(
        own,
        server,
        "role",
        server.value(),
        PermissionSet.of(Permission.VIEW_CHANNEL),
        PermissionSet.NONE);

    refusedWith("channel.not-found", list(inheriting, member));
    assertThat(answered(list(own, member)).items()).isEmpty();
  }
}
