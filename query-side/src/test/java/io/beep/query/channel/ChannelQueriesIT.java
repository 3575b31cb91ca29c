package io.beep.query.channel;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.coreapi.channel.ChannelOverwritesView;
import io.beep.coreapi.channel.ChannelOverwritesView.Item;
import io.beep.coreapi.channel.GetChannelOverwrites;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.RoleId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.OverwriteKind;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.query.shared.World;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChannelQueriesIT {

  private static final PermissionSet SEEING = PermissionSet.of(Permission.VIEW_CHANNEL);
  private static final PermissionSet SENDING = PermissionSet.of(Permission.SEND_MESSAGES);

  private final World world = new World();
  private final UserId owner = world.user("owner");
  private final UserId member = world.user("member");
  private final UserId stranger = world.user("stranger");
  private final ServerId server = world.publicServer(owner);
  private final RoleId everyone = RoleId.everyone(server);
  private final ChannelQueries queries =
      new ChannelQueries(world.readModel(), world.barrier(), World.CLOCK);

  @AfterEach
  void close() {
    world.close();
  }

  private CompletableFuture<ChannelOverwritesView> get(ChannelId channel, UserId asking) {
    return queries.answer(new GetChannelOverwrites(channel, asking), null);
  }

  @Nested
  class WhenOverwritesAreAskedFor {

    @Test
    void shouldShowThoseThatCountWithEveryoneFirst() {
      RoleId staff = world.role(server);
      ChannelId channel = world.channel(server);
      world.overwrite(channel, server, "member", member.value(), SEEING, SENDING);
      world.overwrite(channel, server, "role", staff.value(), SEEING, PermissionSet.NONE);
      world.hide(channel, server);

      ChannelOverwritesView seen = answered(get(channel, owner));

      assertThat(seen)
          .isEqualTo(
              new ChannelOverwritesView(
                  channel,
                  false,
                  List.of(
                      new Item(everyone.value(), OverwriteKind.ROLE, PermissionSet.NONE, SEEING),
                      new Item(staff.value(), OverwriteKind.ROLE, SEEING, PermissionSet.NONE),
                      new Item(member.value(), OverwriteKind.MEMBER, SEEING, SENDING)),
                  100));
    }

    @Test
    void shouldShowThoseOfItsFolderWhileSynced() {
      ChannelId folder = world.channel(server, "folder", null);
      world.hide(folder, server);
      ChannelId inside = world.channel(server, "text", folder);

      ChannelOverwritesView synced = answered(get(inside, owner));
      assertThat(synced.synced()).isTrue();
      assertThat(synced.items()).extracting(Item::id).containsExactly(everyone.value());

      world.unsync(inside);
      ChannelOverwritesView own = answered(get(inside, owner));
      assertThat(own.synced()).isFalse();
      assertThat(own.items()).isEmpty();
    }

    @Test
    void shouldBeForWhoSeesTheChannelAndManagesRoles() {
      RoleId steward = world.role(server, Permission.MANAGE_ROLES);
      UserId manager = world.user("manager");
      world.member(server, member);
      world.member(server, manager, steward);
      ChannelId open = world.channel(server);
      ChannelId hidden = world.hiddenChannel(server);

      assertThat(answered(get(open, manager)).items()).isEmpty();
      refusedWith("permission.missing", get(open, member));
      refusedWith("channel.not-found", get(hidden, manager));
      refusedWith("channel.not-found", get(hidden, member));
      refusedWith("channel.not-found", get(open, stranger));
      refusedWith("channel.not-found", get(new ChannelId(world.nextId()), owner));
    }
  }
}
