package io.beep.command.server;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import io.beep.command.shared.AccessState;
import io.beep.coreapi.server.DescribeServer;
import io.beep.coreapi.server.EditServer;
import io.beep.coreapi.server.OwnershipTransferred;
import io.beep.coreapi.server.RenameServer;
import io.beep.coreapi.server.RoleCreated;
import io.beep.coreapi.server.ServerBannerSet;
import io.beep.coreapi.server.ServerCreated;
import io.beep.coreapi.server.ServerDeleted;
import io.beep.coreapi.server.ServerDeletionFinished;
import io.beep.coreapi.server.ServerDescribed;
import io.beep.coreapi.server.ServerError;
import io.beep.coreapi.server.ServerPictureSet;
import io.beep.coreapi.server.ServerRenamed;
import io.beep.coreapi.server.ServerTagged;
import io.beep.coreapi.server.ServerVisibilitySet;
import io.beep.coreapi.server.SetServerBanner;
import io.beep.coreapi.server.SetServerPicture;
import io.beep.coreapi.server.SetServerVisibility;
import io.beep.coreapi.server.TagServer;
import io.beep.coreapi.server.Visibility;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.NewText;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.picture.ChangedPicture;
import io.beep.coreapi.shared.picture.PictureId;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.jspecify.annotations.Nullable;

/** A community: its name, what it says about itself, its roles, and its end. */
public final class Server {

  @AggregateIdentifier private @Nullable ServerId id;
  @AggregateMember private final ServerRoles roles = new ServerRoles();
  @AggregateMember private final ServerDeletion deletion = new ServerDeletion();
  private String name = "";
  private @Nullable String description;
  private List<String> tags = List.of();
  private Visibility visibility = Visibility.PRIVATE;
  private @Nullable UserId owner;
  private @Nullable PictureId picture;
  private @Nullable PictureId banner;

  Server() {}

  /**
   * @param first roles that it is born with, the highest first
   */
  Server(ServerCreated birth, List<RoleCreated> first) {
    apply(birth);
    first.forEach(role -> apply(role));
  }

  /** All that is wished is looked at before any of it is done. */
  @CommandHandler
  void decide(EditServer command, AccessState access) {
    ServerId server = command.serverId();
    UserId actor = command.actor();
    access.requireInServer(actor, server, Permission.MANAGE_SERVER);
    String newName = command.name();
    NewText newDescription = command.description();
    List<String> newTags = command.tags();
    Visibility newVisibility = command.visibility();
    String wishedName = newName == null ? name : ServerRules.requireName(newName);
    String wishedDescription =
        newDescription == null
            ? description
            : ServerRules.requireDescription(newDescription.text());
    List<String> wishedTags = newTags == null ? tags : ServerRules.requireTags(newTags);
    rename(server, wishedName, actor);
    describe(server, wishedDescription, actor);
    tag(server, wishedTags, actor);
    show(server, newVisibility == null ? visibility : newVisibility, actor);
  }

  @CommandHandler
  void decide(RenameServer command, AccessState access) {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_SERVER);
    rename(command.serverId(), ServerRules.requireName(command.name()), command.actor());
  }

  private void rename(ServerId server, String wished, UserId actor) {
    if (!wished.equals(name)) {
      apply(new ServerRenamed(server, wished, actor));
    }
  }

  @CommandHandler
  void decide(DescribeServer command, AccessState access) {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_SERVER);
    describe(
        command.serverId(), ServerRules.requireDescription(command.description()), command.actor());
  }

  private void describe(ServerId server, @Nullable String wished, UserId actor) {
    if (!Objects.equals(wished, description)) {
      apply(new ServerDescribed(server, wished, actor));
    }
  }

  @CommandHandler
  void decide(TagServer command, AccessState access) {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_SERVER);
    tag(command.serverId(), ServerRules.requireTags(command.tags()), command.actor());
  }

  private void tag(ServerId server, List<String> wished, UserId actor) {
    if (!wished.equals(tags)) {
      apply(new ServerTagged(server, wished, actor));
    }
  }

  @CommandHandler
  void decide(SetServerVisibility command, AccessState access) {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_SERVER);
    show(command.serverId(), command.visibility(), command.actor());
  }

  private void show(ServerId server, Visibility wished, UserId actor) {
    if (wished != visibility) {
      apply(new ServerVisibilitySet(server, wished.wireName(), actor));
    }
  }

  @CommandHandler
  ChangedPicture decide(SetServerPicture command, AccessState access) {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_SERVER);
    PictureId before = picture;
    if (Objects.equals(command.pictureId(), before)) {
      return new ChangedPicture(before, null);
    }
    apply(
        new ServerPictureSet(
            command.serverId(), ServerRules.idOrNull(command.pictureId()), command.actor()));
    return new ChangedPicture(command.pictureId(), before);
  }

  @CommandHandler
  ChangedPicture decide(SetServerBanner command, AccessState access) {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_SERVER);
    PictureId before = banner;
    if (Objects.equals(command.pictureId(), before)) {
      return new ChangedPicture(before, null);
    }
    apply(
        new ServerBannerSet(
            command.serverId(), ServerRules.idOrNull(command.pictureId()), command.actor()));
    return new ChangedPicture(command.pictureId(), before);
  }

  @EventSourcingHandler
  void evolve(ServerCreated event) {
    id = event.serverId();
    owner = event.ownerId();
    name = event.name();
    description = event.description();
    visibility = Visibility.named(event.visibility());
  }

  @EventSourcingHandler
  void evolve(ServerVisibilitySet event) {
    visibility = Visibility.named(event.visibility());
  }

  @EventSourcingHandler
  void evolve(ServerRenamed event) {
    name = event.name();
  }

  @EventSourcingHandler
  void evolve(ServerDescribed event) {
    description = event.description();
  }

  /** Lets pass the owner of this moment: of two who were both, the second is none any more. */
  void handOver(OwnershipTransferred succession) {
    if (!succession.fromId().equals(owner)) {
      throw new DomainException(new ServerError.NotTheOwner());
    }
    if (!succession.toId().equals(owner)) {
      apply(succession);
    }
  }

  @EventSourcingHandler
  void evolve(OwnershipTransferred event) {
    owner = event.toId();
  }

  @EventSourcingHandler
  void evolve(ServerPictureSet event) {
    picture = event.pictureId() == null ? null : new PictureId(event.pictureId());
  }

  @EventSourcingHandler
  void evolve(ServerBannerSet event) {
    banner = event.pictureId() == null ? null : new PictureId(event.pictureId());
  }

  @EventSourcingHandler
  void evolve(ServerTagged event) {
    tags = event.tags();
  }

  @EventSourcingHandler
  void evolve(ServerDeleted event) {
    markDeleted();
  }

  @EventSourcingHandler
  void evolve(ServerDeletionFinished event) {
    markDeleted();
  }
}
