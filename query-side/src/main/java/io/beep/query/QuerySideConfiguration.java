package io.beep.query;

import io.beep.coreapi.moderation.NewAccounts;
import io.beep.query.audit.AuditQueries;
import io.beep.query.channel.ChannelQueries;
import io.beep.query.invitation.InvitationQueries;
import io.beep.query.message.MessageQueries;
import io.beep.query.message.MessageSearchQueries;
import io.beep.query.moderation.ModerationQueries;
import io.beep.query.permission.PermissionQueries;
import io.beep.query.server.DiscoveryQueries;
import io.beep.query.server.FeedScopeQueries;
import io.beep.query.server.ServerQueries;
import io.beep.query.shared.ReadBarrier;
import io.beep.query.shared.ReadModel;
import io.beep.query.user.UserQueries;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Every query handler. The product gives {@code readModelConnectionFactory} (an R2DBC pool with
 * {@code maxAcquireTime} on the schema of {@code db/read-model}, its connections with a {@code
 * statement_timeout}), an OpenSearch client and a clock.
 */
@Configuration(proxyBeanMethods = false)
public class QuerySideConfiguration {

  @Bean
  ReadModel readModel(
      @Qualifier("readModelConnectionFactory") ConnectionFactory readModelConnections) {
    return new ReadModel(readModelConnections);
  }

  @Bean(destroyMethod = "close")
  @Primary
  ReadBarrier readBarrier(ReadModel readModel) {
    return new ReadBarrier(readModel);
  }

  @Bean
  UserQueries userQueries(ReadModel readModel, ReadBarrier barrier) {
    return new UserQueries(readModel, barrier);
  }

  @Bean
  ServerQueries serverQueries(ReadModel readModel, ReadBarrier barrier, Clock clock) {
    return new ServerQueries(readModel, barrier, clock);
  }

  @Bean
  DiscoveryQueries discoveryQueries(
      ReadModel readModel, ReadBarrier barrier, OpenSearchClient client, Clock clock) {
    return new DiscoveryQueries(readModel, barrier, client, clock);
  }

  @Bean
  ChannelQueries channelQueries(ReadModel readModel, ReadBarrier barrier, Clock clock) {
    return new ChannelQueries(readModel, barrier, clock);
  }

  @Bean(destroyMethod = "close")
  ReadBarrier auditBarrier(ReadModel readModel) {
    return ReadBarrier.ofAudit(readModel);
  }

  @Bean
  AuditQueries auditQueries(
      ReadModel readModel, @Qualifier("auditBarrier") ReadBarrier barrier, Clock clock) {
    return new AuditQueries(readModel, barrier, clock);
  }

  @Bean
  FeedScopeQueries feedScopeQueries(ReadModel readModel, ReadBarrier barrier) {
    return new FeedScopeQueries(readModel, barrier);
  }

  @Bean
  InvitationQueries invitationQueries(ReadModel readModel, ReadBarrier barrier, Clock clock) {
    return new InvitationQueries(readModel, barrier, clock);
  }

  @Bean
  ModerationQueries moderationQueries(
      ReadModel readModel, ReadBarrier barrier, Clock clock, NewAccounts accounts) {
    return new ModerationQueries(readModel, barrier, clock, accounts);
  }

  @Bean
  PermissionQueries permissionQueries(ReadModel readModel, ReadBarrier barrier, Clock clock) {
    return new PermissionQueries(readModel, barrier, clock);
  }

  @Bean
  MessageQueries messageQueries(ReadModel readModel, ReadBarrier barrier, Clock clock) {
    return new MessageQueries(readModel, barrier, clock);
  }

  @Bean(destroyMethod = "close")
  ReadBarrier searchBarrier(ReadModel readModel) {
    return ReadBarrier.ofSearch(readModel);
  }

  @Bean
  MessageSearchQueries messageSearchQueries(
      ReadModel readModel,
      ReadBarrier barrier,
      @Qualifier("searchBarrier") ReadBarrier searchBarrier,
      OpenSearchClient client,
      Clock clock) {
    return new MessageSearchQueries(readModel, barrier, searchBarrier, client, clock);
  }
}
