package io.beep.command.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.user.RegisterUser;
import io.beep.coreapi.user.UserRegistered;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A person or program with an account, as everyone may know them. */
public final class User {

  @AggregateIdentifier private @Nullable UserId id;

  User() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  UserId decide(RegisterUser command) {
    if (id == null) {
      apply(
          new UserRegistered(
              command.userId(), command.username(), command.firstName(), command.lastName()));
    }
    return command.userId();
  }

  @EventSourcingHandler
  void evolve(UserRegistered event) {
    id = event.userId();
  }
}
