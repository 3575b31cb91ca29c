package io.beep.identity.account;

import io.beep.coreapi.shared.IdGenerator;
import io.beep.identity.api.AccountDirectory;
import io.beep.identity.api.Registrations;
import io.beep.identity.shared.Account;
import io.beep.identity.shared.Accounts;
import io.beep.identity.shared.Credentials;
import io.beep.identity.shared.IdentityDatabase;
import io.beep.identity.shared.UpkeepTask;
import java.time.Clock;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The beans of accounts. */
@Configuration(proxyBeanMethods = false)
public class AccountConfiguration {

  @Bean
  PasswordEncoder passwordEncoder() {
    // 19 MiB, two passes: OWASP's first choice for Argon2id.
    PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    PasswordEncoder named = new DelegatingPasswordEncoder("argon2", Map.of("argon2", argon2));
    int places = Math.max(2, Runtime.getRuntime().availableProcessors());
    return new BoundedPasswordEncoder(named, places, BoundedPasswordEncoder.LONGEST_WAIT);
  }

  @Bean
  Accounts accounts(IdentityDatabase database) {
    return new AccountTable(database);
  }

  @Bean
  AccountActivation accountActivation(
      IdentityDatabase database, CommandBus commandBus, Clock clock) {
    return new AccountActivation(
        new AccountTable(database), new UserMaker(commandBus, UserMaker.LONGEST_WAIT), clock);
  }

  @Bean
  Registrations registrations(
      PasswordEncoder passwordEncoder,
      IdentityDatabase database,
      AccountActivation activation,
      IdGenerator ids,
      Clock clock) {
    return new RegisterAccounts(
        new SignUpRules(CommonPasswords.load()),
        passwordEncoder,
        new AccountTable(database),
        activation,
        ids,
        clock);
  }

  @Bean
  AccountDirectory accountDirectory(Accounts accounts) {
    return username -> accounts.findByUsername(username).map(Account::userId);
  }

  @Bean
  Credentials credentials(
      IdentityDatabase database, PasswordEncoder passwordEncoder, AccountActivation activation) {
    return new StoredCredentials(new AccountTable(database), passwordEncoder, activation);
  }

  @Bean
  UpkeepTask registrationRecovery(
      IdentityDatabase database, AccountActivation activation, Clock clock) {
    return new RegistrationRecovery(new AccountTable(database), activation, clock);
  }
}
