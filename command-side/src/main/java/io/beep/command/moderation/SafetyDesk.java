package io.beep.command.moderation;

import io.beep.command.shared.AccessState;
import io.beep.coreapi.moderation.EditForbiddenWords;
import io.beep.coreapi.moderation.LimitNewMembers;
import io.beep.coreapi.moderation.SafetyError;
import io.beep.coreapi.moderation.SafetyId;
import io.beep.coreapi.moderation.SetForbiddenWords;
import io.beep.coreapi.shared.DecidesCommands;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.permission.Permission;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Sets how servers keep themselves safe. */
public final class SafetyDesk implements DecidesCommands {

  private final Repository<Safety> safeties;
  private final AccessState access;

  public SafetyDesk(Repository<Safety> safeties, AccessState access) {
    this.safeties = safeties;
    this.access = access;
  }

  @CommandHandler
  void decide(SetForbiddenWords command) throws Exception {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_SERVER);
    List<String> blocked = SafetyRules.requireWords(command.blocked(), List.of());
    List<String> reported = SafetyRules.requireWords(command.reported(), blocked);
    SafetyRules.requireFew(blocked.size() + reported.size());
    safeties
        .loadOrCreate(new SafetyId(command.serverId()).toString(), Safety::new)
        .execute(safety -> safety.forbid(command.serverId(), command.actor(), blocked, reported));
  }

  @CommandHandler
  void decide(EditForbiddenWords command) throws Exception {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_SERVER);
    List<String> blocked = SafetyRules.requireWords(command.blocked(), List.of());
    List<String> reported = SafetyRules.requireWords(command.reported(), blocked);
    safeties
        .loadOrCreate(new SafetyId(command.serverId()).toString(), Safety::new)
        .execute(
            safety ->
                safety.edit(
                    command.serverId(), command.actor(), blocked, reported, command.allowed()));
  }

  @CommandHandler
  void decide(LimitNewMembers command) throws Exception {
    access.requireInServer(command.actor(), command.serverId(), Permission.MANAGE_SERVER);
    if (!LimitNewMembers.CHOICES.contains(command.seconds())) {
      throw new DomainException(new SafetyError.LimitInvalid());
    }
    safeties
        .loadOrCreate(new SafetyId(command.serverId()).toString(), Safety::new)
        .execute(safety -> safety.limitNewMembers(command));
  }
}
