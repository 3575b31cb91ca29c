package io.beep.identity;

import io.beep.identity.account.AccountConfiguration;
import io.beep.identity.api.DatabaseWatch;
import io.beep.identity.revocation.RevocationConfiguration;
import io.beep.identity.session.SessionConfiguration;
import io.beep.identity.shared.Audit;
import io.beep.identity.shared.IdentityDatabase;
import io.beep.identity.shared.IdentitySettings;
import io.beep.identity.shared.RequestLogFilter;
import io.beep.identity.shared.Upkeep;
import io.beep.identity.shared.UpkeepTask;
import io.beep.identity.token.TokenConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;

/**
 * Identity, whole: the primary source of a servlet context of its own, started with {@code
 * spring.config.name=identity}, whose parent has a {@code CommandBus}, a {@code Clock}, an {@code
 * IdGenerator}, a {@code MeterRegistry} and a {@link DatabaseWatch}.
 *
 * <p>Names the parts of Spring Boot that it wants instead of enabling auto-configuration, so that
 * what else is on a product's class path cannot change it.
 *
 * <p>Properties: {@code beep.public-url}, {@code beep.identity.jdbc-url}, {@code
 * beep.identity.user}, {@code beep.identity.password}, {@code beep.limits} ({@code on} or {@code
 * off}), {@code server.port}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
@Import({
  AccountConfiguration.class,
  RevocationConfiguration.class,
  SessionConfiguration.class,
  TokenConfiguration.class
})
public class IdentityConfiguration {

  @Bean
  IdentitySettings identitySettings(
      @Value("${beep.public-url}") URI publicUrl, @Value("${beep.limits:on}") String limits) {
    return new IdentitySettings(publicUrl, !limits.equals("off"));
  }

  @Bean
  IdentityDatabase identityDatabase(
      @Value("${beep.identity.jdbc-url}") String jdbcUrl,
      @Value("${beep.identity.user}") String user,
      @Value("${beep.identity.password}") String password,
      DatabaseWatch watch,
      MeterRegistry meters) {
    return IdentityDatabase.open(jdbcUrl, user, password, watch, meters);
  }

  /**
   * No file is served; but the server wants a directory that could be, and makes one in the
   * system's own for temporary files, which a kill would leave there.
   */
  @Bean
  WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> documents(
      @Value("${server.tomcat.basedir:}") String directory) {
    return factory -> {
      Path documents = Path.of(directory, "documents");
      if (!directory.isEmpty() && (Files.isDirectory(documents) || documents.toFile().mkdirs())) {
        factory.setDocumentRoot(documents.toFile());
      }
    };
  }

  @Bean
  Audit audit() {
    return new Audit();
  }

  @Bean
  RequestLogFilter requestLogFilter() {
    return new RequestLogFilter();
  }

  @Bean
  Upkeep identityUpkeep(List<UpkeepTask> tasks) {
    return new Upkeep(tasks);
  }
}
