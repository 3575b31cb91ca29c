package io.beep.command.server;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import io.beep.command.shared.AccessState;
import io.beep.coreapi.server.DescribeServer;
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

  @CommandHandler
  void decide(RenameServer command, AccessState access) {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_SERVER);
    String wished = ServerRules.requireName(command.name());
    if (!wished.equals(name)) {
      apply(new ServerRenamed(command.serverId(), wished, command.actor()));
    }
  }

  @CommandHandler
  void decide(DescribeServer command, AccessState access) {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_SERVER);
    String wished = ServerRules.requireDescription(command.description());
    if (!Objects.equals(wished, description)) {
      apply(new ServerDescribed(command.serverId(), wished, command.actor()));
    }
  }

  @CommandHandler
  void decide(TagServer command, AccessState access) {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_SERVER);
    List<String> wished = ServerRules.requireTags(command.tags());
    if (!wished.equals(tags)) {
      apply(new ServerTagged(command.serverId(), wished, command.actor()));
    }
  }

  @CommandHandler
  void decide(SetServerVisibility command, AccessState access) {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_SERVER);
    if (command.visibility() != visibility) {
      apply(
          new ServerVisibilitySet(
              command.serverId(), command.visibility().wireName(), command.actor()));
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
