package io.beep.projection;

import io.beep.projection.channel.ChannelProjection;
import io.beep.projection.message.ChannelTimelineProjection;
import io.beep.projection.message.MessageSearchProjection;
import io.beep.projection.message.SearchIndex;
import io.beep.projection.server.MembershipProjection;
import io.beep.projection.server.ServerProjection;
import io.beep.projection.shared.ByServer;
import io.beep.projection.shared.DirectoryPosition;
import io.beep.projection.shared.ReadModelWriter;
import io.beep.projection.shared.TimelinePosition;
import io.beep.projection.user.UserProfileProjection;
import javax.sql.DataSource;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every projection. The product gives {@code readModelDataSource} (the schema of {@code
 * db/read-model}, in which event processors also keep their tokens and open their transactions) and
 * an OpenSearch client.
 *
 * <p>The groups {@code directory} and {@code timeline} need one segment each, since readers wait
 * for their positions; {@code search} may have several. All are sequenced {@link ByServer}.
 */
@Configuration(proxyBeanMethods = false)
public class ProjectionsConfiguration {

  @Bean
  ByServer byServer() {
    return new ByServer();
  }

  @Bean
  ReadModelWriter readModelWriter(@Qualifier("readModelDataSource") DataSource readModel) {
    return new ReadModelWriter(readModel);
  }

  @Bean
  DirectoryPosition directoryPosition(ReadModelWriter writer) {
    return new DirectoryPosition(writer);
  }

  @Bean
  TimelinePosition timelinePosition(ReadModelWriter writer) {
    return new TimelinePosition(writer);
  }

  @Bean
  UserProfileProjection userProfileProjection(ReadModelWriter writer) {
    return new UserProfileProjection(writer);
  }

  @Bean
  ServerProjection serverProjection(ReadModelWriter writer) {
    return new ServerProjection(writer);
  }

  @Bean
  MembershipProjection membershipProjection(ReadModelWriter writer) {
    return new MembershipProjection(writer);
  }

  @Bean
  ChannelProjection channelProjection(ReadModelWriter writer) {
    return new ChannelProjection(writer);
  }

  @Bean
  ChannelTimelineProjection channelTimelineProjection(ReadModelWriter writer) {
    return new ChannelTimelineProjection(writer);
  }

  @Bean
  SearchIndex searchIndex(OpenSearchClient client) {
    return new SearchIndex(client);
  }

  @Bean
  MessageSearchProjection messageSearchProjection(SearchIndex index) {
    return new MessageSearchProjection(index);
  }
}
