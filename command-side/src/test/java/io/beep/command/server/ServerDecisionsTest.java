package io.beep.command.server;

import static io.beep.command.Decisions.ADA;
import static io.beep.command.Decisions.GRACE;
import static io.beep.command.Decisions.LINUS;
import static io.beep.command.Decisions.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beep.command.Decisions;
import io.beep.coreapi.channel.ChannelCreated;
import io.beep.coreapi.channel.ChannelListed;
import io.beep.coreapi.invitation.CreateInvitation;
import io.beep.coreapi.server.CreateServer;
import io.beep.coreapi.server.CreatedServer;
import io.beep.coreapi.server.DeleteServer;
import io.beep.coreapi.server.DescribeServer;
import io.beep.coreapi.server.EditServer;
import io.beep.coreapi.server.HandOverServer;
import io.beep.coreapi.server.JoinServer;
import io.beep.coreapi.server.LeaveServer;
import io.beep.coreapi.server.MemberJoined;
import io.beep.coreapi.server.MemberLeft;
import io.beep.coreapi.server.OwnershipTransferred;
import io.beep.coreapi.server.RenameRole;
import io.beep.coreapi.server.RenameServer;
import io.beep.coreapi.server.RoleCreated;
import io.beep.coreapi.server.ServerBannerSet;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeletionScheduled;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerError;
import io.beep.coreapi.server.ServerPictureSet;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.ServerTagged;
import io.beep.coreapi.server.ServerTemplate;
import io.beep.coreapi.server.ServerTemplates;
import io.beep.coreapi.server.ServerVisibilitySet;
import io.beep.coreapi.server.SetServerBanner;
import io.beep.coreapi.server.SetServerPicture;
import io.beep.coreapi.server.SetServerVisibility;
import io.beep.coreapi.server.StarterChannel;
import io.beep.coreapi.server.TagServer;
import io.beep.coreapi.server.TemplateView;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.NewText;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.picture.ChangedPicture;
import io.beep.coreapi.shared.picture.PictureId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerDecisionsTest {

  private final Decisions given = new Decisions();

  @AfterEach
  void close() {
    given.close();
  }

  private <E> List<E> told(Class<E> type) {
    return given.events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Nested
  class WhenAServerIsCreated {

    @Test
    void shouldComeWithItsOwnerAndTwoChannelsAtOnce() {
      CreatedServer server = given.publicServerOf(ADA);

      assertThat(given.events())
          .hasExactlyElementsOfTypes(
              ServerCreated.class,
              MemberJoined.class,
              ChannelListed.class,
              ChannelCreated.class,
              ChannelListed.class,
              ChannelCreated.class);
      assertThat(server.channels())
          .extracting(StarterChannel::type)
          .containsExactly("text", "voice");
    }

    @ParameterizedTest
    @EnumSource(ServerTemplate.class)
    void shouldComeWithWhatItsTemplateHasInOneCommit(ServerTemplate template) {
      for (String language : List.of("en", "fr")) {
        TemplateView wanted = ServerTemplates.of(template, language);
        CreatedServer server =
            given.when(
                new CreateServer(ADA, "Looms", null, Visibility.PRIVATE, template, language),
                CreatedServer.class);

        List<RoleCreated> roles = told(RoleCreated.class);
        assertThat(roles)
            .extracting(RoleCreated::name)
            .containsExactlyElementsOf(
                wanted.roles().stream().map(TemplateView.TemplateRole::name).toList());
        List<ChannelCreated> channels = told(ChannelCreated.class);
        assertThat(channels)
            .extracting(ChannelCreated::name)
            .containsExactlyElementsOf(
                wanted.channels().stream().map(TemplateView.TemplateChannel::name).toList());
        for (int i = 0; i < channels.size(); i++) {
          String folder = wanted.channels().get(i).folder();
          ChannelId parent = channels.get(i).parentId();
          assertThat(
                  channels.stream()
                      .filter(one -> one.channelId().equals(parent))
                      .map(ChannelCreated::name)
                      .findAny()
                      .orElse(null))
              .isEqualTo(folder);
        }
        assertThat(server.channels()).extracting(StarterChannel::type).doesNotContain("folder");
        assertThat(server.channels()).extracting(StarterChannel::type).contains("text", "voice");
        // What it is born with can be changed like all else.
        roles.forEach(
            role -> given.decide(new RenameRole(server.id(), ADA, role.roleId(), "other")));
      }
    }

    @Test
    void shouldBeHandedOverByItsOwnerToAMember() {
      ServerId id = given.publicServerOf(ADA).id();
      given.member(GRACE, id);
      HandOverServer wish = new HandOverServer(id, ADA, GRACE);

      assertThat(given.refusalOf(new HandOverServer(id, GRACE, GRACE)))
          .isEqualTo(new ServerError.NotTheOwner());
      assertThat(given.refusalOf(new HandOverServer(id, ADA, STRANGER)))
          .isEqualTo(new CommonError.NotFound("membership"));
      given.decide(new HandOverServer(id, ADA, ADA));
      assertThat(given.events()).isEmpty();
      given.decide(wish);
      assertThat(given.events()).containsExactly(new OwnershipTransferred(id, ADA, GRACE));
      assertThat(given.refusalOf(wish)).isEqualTo(new ServerError.NotTheOwner());
      assertThat(given.refusalOf(new LeaveServer(id, GRACE)))
          .isEqualTo(new ServerError.OwnerCannotLeave());
      given.decide(new LeaveServer(id, ADA));
    }

    @Test
    void shouldNotBeHandedToOneWhoLeft() {
      ServerId id = given.publicServerOf(ADA).id();
      given.member(GRACE, id);
      given.decide(new LeaveServer(id, GRACE));

      assertThat(given.refusalOf(new HandOverServer(id, ADA, GRACE)))
          .isEqualTo(new CommonError.NotFound("membership"));
    }

    @Test
    void shouldBeFiledUnderAFewWordsWithoutCase() {
      ServerId id = given.publicServerOf(ADA).id();

      given.decide(new TagServer(id, ADA, List.of(" Steam", "looms", "STEAM ")));
      assertThat(given.events())
          .containsExactly(new ServerTagged(id, List.of("steam", "looms"), ADA));
      given.decide(new TagServer(id, ADA, List.of("steam", "looms")));
      assertThat(given.events()).isEmpty();
      given.decide(new TagServer(id, ADA, List.of()));
      assertThat(given.events()).containsExactly(new ServerTagged(id, List.of(), ADA));
    }

    @Test
    void shouldBeOpenedAndClosedByWhoManagesIt() {
      ServerId id = given.publicServerOf(ADA).id();
      given.member(GRACE, id);

      assertThat(given.refusalOf(new SetServerVisibility(id, GRACE, Visibility.PRIVATE)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));
      given.decide(new SetServerVisibility(id, ADA, Visibility.PUBLIC));
      assertThat(given.events()).isEmpty();
      given.decide(new SetServerVisibility(id, ADA, Visibility.PRIVATE));
      assertThat(given.events()).containsExactly(new ServerVisibilitySet(id, "private", ADA));
      assertThat(given.refusalOf(new JoinServer(id, LINUS)))
          .isEqualTo(new CommonError.NotFound("server"));
      assertThat(given.refusalOf(new CreateInvitation(id, GRACE, null, null)))
          .as("needs the permission there")
          .isEqualTo(new CommonError.Forbidden("CREATE_INVITE"));
      given.decide(new LeaveServer(id, GRACE));

      given.decide(new SetServerVisibility(id, ADA, Visibility.PUBLIC));
      given.decide(new JoinServer(id, LINUS));
      assertThat(given.events()).containsExactly(new MemberJoined(id, LINUS));
    }

    @Test
    void shouldRefuseTagsThatAreTooManyOrTooLongOrSayNothing() {
      ServerId id = given.publicServerOf(ADA).id();
      ServerError invalid = new ServerError.TagsInvalid(5, 20);

      List<String> six = List.of("a", "b", "c", "d", "e", "f");
      assertThat(given.refusalOf(new TagServer(id, ADA, six))).isEqualTo(invalid);
      assertThat(given.refusalOf(new TagServer(id, ADA, List.of("x".repeat(21)))))
          .isEqualTo(invalid);
      assertThat(given.refusalOf(new TagServer(id, ADA, List.of(" ")))).isEqualTo(invalid);
      given.decide(new TagServer(id, ADA, List.of("a", "b", "c", "d", "x".repeat(20))));
    }

    @Test
    void shouldLookAsWhoManagesItWants() {
      ServerId id = given.publicServerOf(ADA).id();
      given.member(GRACE, id);
      PictureId first = PictureId.of("1".repeat(PictureId.LENGTH));
      PictureId second = PictureId.of("2".repeat(PictureId.LENGTH));

      assertThat(given.when(new SetServerPicture(id, ADA, first), ChangedPicture.class))
          .isEqualTo(new ChangedPicture(first, null));
      assertThat(given.events()).containsExactly(new ServerPictureSet(id, first.value(), ADA));
      assertThat(given.when(new SetServerBanner(id, ADA, first), ChangedPicture.class))
          .isEqualTo(new ChangedPicture(first, null));
      assertThat(given.events()).containsExactly(new ServerBannerSet(id, first.value(), ADA));
      assertThat(given.when(new SetServerPicture(id, ADA, second), ChangedPicture.class))
          .isEqualTo(new ChangedPicture(second, first));
      assertThat(given.when(new SetServerPicture(id, ADA, second), ChangedPicture.class))
          .isEqualTo(new ChangedPicture(second, null));
      assertThat(given.events()).isEmpty();
      assertThat(given.when(new SetServerPicture(id, ADA, null), ChangedPicture.class))
          .isEqualTo(new ChangedPicture(null, second));
      assertThat(given.events()).containsExactly(new ServerPictureSet(id, null, ADA));
      assertThat(given.refusalOf(new SetServerPicture(id, GRACE, first)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));
      assertThat(given.refusalOf(new SetServerBanner(id, GRACE, first)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));
    }

    @Test
    void shouldBeTaggedByWhoManagesItOnly() {
      ServerId id = given.publicServerOf(ADA).id();
      given.member(GRACE, id);

      assertThat(given.refusalOf(new TagServer(id, GRACE, List.of("mine"))))
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));
    }

    @Test
    void shouldKeepTheNameWithoutSpaceAroundIt() {
      given.decide(new CreateServer(ADA, "  Engines ", "  ", Visibility.PUBLIC));

      assertThat(given.events().getFirst())
          .isInstanceOfSatisfying(
              ServerCreated.class,
              created -> {
                assertThat(created.name()).isEqualTo("Engines");
                assertThat(created.description()).isNull();
              });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void shouldRefuseANameOfTheWrongLength(int length) {
      assertThat(
              given.refusalOf(new CreateServer(ADA, "x".repeat(length), null, Visibility.PUBLIC)))
          .isEqualTo(new ServerError.NameInvalid(1, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "\u200b", "a\u202eb"})
    void shouldRefuseANameThatIsNotOneLineToBeSeen(String name) {
      assertThat(given.refusalOf(new CreateServer(ADA, name, null, Visibility.PUBLIC)))
          .isEqualTo(new ServerError.NameInvalid(1, 100));
    }

    @Test
    void shouldCountCharactersAndNotHalvesOfThem() {
      given.decide(new CreateServer(ADA, "\uD83D\uDE80".repeat(100), null, Visibility.PUBLIC));

      assertThat(given.events()).isNotEmpty();
    }
  }

  @Nested
  class WhenSomeoneJoins {

    @Test
    void shouldLetAnyoneIntoAPublicServerOnce() {
      var server = given.publicServerOf(ADA).id();

      given.decide(new JoinServer(server, GRACE));
      assertThat(given.events()).containsExactly(new MemberJoined(server, GRACE));
      given.decide(new JoinServer(server, GRACE));
      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldHideAPrivateServer() {
      var server = given.privateServerOf(ADA).id();

      assertThat(given.refusalOf(new JoinServer(server, GRACE)))
          .isEqualTo(new CommonError.NotFound("server"));
    }

    @Test
    void shouldNotFindADeletedServer() {
      var server = given.publicServerOf(ADA).id();
      given.decide(new DeleteServer(server, ADA));

      assertThat(given.refusalOf(new JoinServer(server, GRACE)))
          .isEqualTo(new CommonError.NotFound("server"));
    }
  }

  @Nested
  class WhenSomeoneLeaves {

    @Test
    void shouldLetAMemberGoAndComeBack() {
      var server = given.publicServerOf(ADA).id();
      given.member(GRACE, server);

      given.decide(new LeaveServer(server, GRACE));
      assertThat(given.events()).containsExactly(new MemberLeft(server, GRACE));
      given.decide(new JoinServer(server, GRACE));
      assertThat(given.events()).containsExactly(new MemberJoined(server, GRACE));
    }

    @Test
    void shouldKeepTheOwner() {
      var server = given.publicServerOf(ADA).id();

      assertThat(given.refusalOf(new LeaveServer(server, ADA)))
          .isEqualTo(new ServerError.OwnerCannotLeave());
    }

    @Test
    void shouldNotFindTheMembershipOfAStranger() {
      var server = given.publicServerOf(ADA).id();

      assertThat(given.refusalOf(new LeaveServer(server, STRANGER)))
          .isInstanceOf(CommonError.NotFound.class);
    }
  }

  @Nested
  class WhenAServerIsChanged {

    @Test
    void shouldRenameAndDescribeForItsOwner() {
      var server = given.publicServerOf(ADA).id();

      given.decide(new RenameServer(server, ADA, "Looms"));
      assertThat(given.events()).containsExactly(new ServerRenamed(server, "Looms", ADA));
      given.decide(new DescribeServer(server, ADA, "weaving"));
      assertThat(given.events()).containsExactly(new ServerDescribed(server, "weaving", ADA));
    }

    @Test
    void shouldDoNothingWhenNothingChanges() {
      var server = given.publicServerOf(ADA).id();

      given.decide(new RenameServer(server, ADA, "Engines"));

      assertThat(given.events()).isEmpty();
    }

    @Test
    void shouldForbidItToAMember() {
      var server = given.publicServerOf(ADA).id();
      given.member(GRACE, server);

      assertThat(given.refusalOf(new RenameServer(server, GRACE, "Mine")))
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));
    }

    @Test
    void shouldHideAPrivateServerFromAStranger() {
      var server = given.privateServerOf(ADA).id();

      assertThat(given.refusalOf(new RenameServer(server, STRANGER, "Mine")))
          .isEqualTo(new CommonError.NotFound("server"));
    }
  }

  @Nested
  class WhenSeveralThingsAreChangedAtOnce {

    private final ServerId server = given.publicServerOf(ADA).id();

    private EditServer change(UserId actor, @Nullable String name, @Nullable NewText description) {
      return new EditServer(server, actor, name, description, null, null);
    }

    @Test
    void shouldChangeAllOfIt() {
      given.decide(
          new EditServer(
              server, ADA, " Looms ", new NewText("weaving"), List.of("Weft"), Visibility.PRIVATE));

      assertThat(given.events())
          .containsExactly(
              new ServerRenamed(server, "Looms", ADA),
              new ServerDescribed(server, "weaving", ADA),
              new ServerTagged(server, List.of("weft"), ADA),
              new ServerVisibilitySet(server, "private", ADA));
    }

    @Test
    void shouldLeaveWhatIsNotNamedAndWhatIsSoAlready() {
      given.decide(change(ADA, "Engines", new NewText("weaving")));
      assertThat(given.events()).containsExactly(new ServerDescribed(server, "weaving", ADA));

      given.decide(change(ADA, "Looms", null));
      assertThat(given.events()).containsExactly(new ServerRenamed(server, "Looms", ADA));
      given.decide(change(ADA, null, new NewText(null)));
      assertThat(given.events()).containsExactly(new ServerDescribed(server, null, ADA));
    }

    @Test
    void shouldChangeNothingWhenOneIsRefused() {
      assertThat(given.refusalOf(change(ADA, "Looms", new NewText("x".repeat(10_000)))))
          .isInstanceOf(ServerError.DescriptionTooLong.class);
      assertThat(
              given.refusalOf(
                  new EditServer(server, ADA, "Looms", null, List.of("x".repeat(21)), null)))
          .isInstanceOf(ServerError.TagsInvalid.class);
      assertThat(given.refusalOf(change(ADA, " ", new NewText("weaving"))))
          .isInstanceOf(ServerError.NameInvalid.class);
      assertThat(given.everything())
          .doesNotHaveAnyElementsOfTypes(ServerRenamed.class, ServerDescribed.class);
    }

    @Test
    void shouldBeForbiddenToAMember() {
      given.member(GRACE, server);

      assertThat(given.refusalOf(change(GRACE, "Mine", null)))
          .isEqualTo(new CommonError.Forbidden("MANAGE_SERVER"));
    }
  }

  @Nested
  class WhenAServerIsDeleted {

    @Test
    void shouldObeyItsOwnerAlone() {
      var server = given.publicServerOf(ADA).id();
      given.member(GRACE, server);

      assertThat(given.refusalOf(new DeleteServer(server, GRACE)))
          .isEqualTo(new ServerError.NotTheOwner());
      given.decide(new DeleteServer(server, ADA));
      assertThat(given.events()).hasExactlyElementsOfTypes(ServerDeletionScheduled.class);
    }
  }
}
