package io.beep.projection;

import io.beep.coreapi.channel.ErasesChannels;
import io.beep.coreapi.server.DeletionStep;
import io.beep.coreapi.server.ErasesServers;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.coreapi.shared.picture.Pictures;
import io.beep.coreapi.shared.picture.ShownPictures;
import io.beep.projection.api.DeadLetterOffice;
import io.beep.projection.api.ReadModelSchemas;
import io.beep.projection.api.Rebuilds;
import io.beep.projection.deadletter.ProjectionDeadLetters;
import io.beep.projection.message.ErasesMessagesOfChannels;
import io.beep.projection.message.ErasesSearchDocuments;
import io.beep.projection.rebuild.ProjectionRebuilds;
import io.beep.projection.server.ErasesPictures;
import io.beep.projection.server.ShownInRows;
import io.beep.projection.shared.ByServer;
import io.beep.projection.shared.DeadLetterTable;
import io.beep.projection.shared.ErasesRows;
import io.beep.projection.shared.GroupLock;
import io.beep.projection.shared.Handling;
import io.beep.projection.shared.Surroundings;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every projection, in its group. The product gives {@code readModelDataSource} (the schema of
 * {@code db/read-model}, in which event processors also keep their tokens and open their
 * transactions), an OpenSearch client, who keeps pictures, the event stream, the serializer of
 * tokens, and a way to open further schemas of the read model.
 *
 * <p>The product runs each {@link Handling} as a processor of its name, with its {@code failures}
 * as the handler of errors. The groups {@code directory}, {@code timeline} and {@code audit} need
 * one segment each, since readers wait for their positions; {@code search} may have several. All
 * are sequenced {@link ByServer}.
 */
@Configuration(proxyBeanMethods = false)
public class ProjectionsConfiguration {

  /** The group whose tables name pictures. */
  public static final String KNOWS_PICTURES = ProcessingGroups.DIRECTORY;

  @Bean
  ByServer byServer() {
    return new ByServer();
  }

  /** Those that serve. */
  @Bean
  ServingProjections servingProjections(
      @Qualifier("readModelDataSource") DataSource readModel, OpenSearchClient search) {
    return new ServingProjections(
        ProjectionGroups.all(search).stream()
            .map(
                group ->
                    group.serving(
                        new Surroundings(
                            readModel,
                            GroupLock.of(group.name()),
                            new DeadLetterTable(readModel, group.name()))))
            .toList());
  }

  @Bean
  Rebuilds rebuilds(
      @Qualifier("readModelDataSource") DataSource readModel,
      OpenSearchClient search,
      StreamableMessageSource<TrackedEventMessage<?>> events,
      Serializer serializer,
      ReadModelSchemas schemas) {
    return new ProjectionRebuilds(
        ProjectionGroups.all(search), readModel, events, serializer, schemas);
  }

  @Bean
  DeadLetterOffice deadLetterOffice(
      @Qualifier("readModelDataSource") DataSource readModel,
      OpenSearchClient search,
      StreamableMessageSource<TrackedEventMessage<?>> events) {
    return new ProjectionDeadLetters(ProjectionGroups.all(search), readModel, events);
  }

  /** Those who erase, slice by slice, what projections wrote of a server that is deleted. */
  @Bean
  ServerErasers serverErasers(
      @Qualifier("readModelDataSource") DataSource readModel,
      OpenSearchClient search,
      Pictures pictures) {
    return ServerErasers.of(readModel, search, pictures, Integer.MAX_VALUE);
  }

  /** Those who erase, slice by slice, what projections wrote of a channel that is deleted. */
  @Bean
  ChannelErasers channelErasers(
      @Qualifier("readModelDataSource") DataSource readModel, OpenSearchClient search) {
    return ChannelErasers.of(readModel, search, Integer.MAX_VALUE);
  }

  /** Who knows which pictures are shown. */
  @Bean
  ShownPictures shownPictures(@Qualifier("readModelDataSource") DataSource readModel) {
    return shownPicturesIn(readModel);
  }

  /** Of what is in these tables. */
  public static ShownPictures shownPicturesIn(DataSource readModel) {
    return new ShownInRows(readModel);
  }

  /** In the order in which they are asked. */
  public record ChannelErasers(List<ErasesChannels> all) {

    public ChannelErasers {
      all = List.copyOf(all);
    }

    /**
     * Of what is in these.
     *
     * @param most things by one call, if that is less than usual
     */
    public static ChannelErasers of(DataSource readModel, OpenSearchClient search, int most) {
      return new ChannelErasers(ErasesMessagesOfChannels.of(readModel, search, most));
    }
  }

  /** One for each step. */
  public record ServerErasers(List<ErasesServers> all) {

    public ServerErasers {
      all = List.copyOf(all);
    }

    /**
     * Of what is in these.
     *
     * @param most things by one call, if that is less than usual
     */
    public static ServerErasers of(
        DataSource readModel, OpenSearchClient search, Pictures pictures, int most) {
      return new ServerErasers(
          List.of(
              new ErasesRows(DeletionStep.INVITATIONS, "invitation", readModel, most),
              new ErasesRows(DeletionStep.MEMBERSHIPS, "membership", readModel, most),
              new ErasesSearchDocuments(search, most),
              new ErasesRows(DeletionStep.MESSAGES, "message", readModel, most),
              new ErasesRows(DeletionStep.OVERWRITES, "channel_overwrite", readModel, most),
              new ErasesRows(DeletionStep.CHANNELS, "channel", readModel, most),
              new ErasesRows(DeletionStep.ROLES, "role", readModel, most),
              new ErasesPictures(readModel, pictures, most),
              new ErasesRows(
                  DeletionStep.MEMBER_INVITATIONS, "member_invitation", readModel, most)));
    }
  }

  /** The handlers of all groups, for a product that asks for nothing else. */
  @Bean
  List<ProcessesEvents> projectionHandlers(ServingProjections projections) {
    return projections.handlers();
  }

  /** A processing group each. */
  public record ServingProjections(List<Handling> groups) {
    public List<ProcessesEvents> handlers() {
      return groups.stream().flatMap(group -> group.handlers().stream()).toList();
    }
  }
}
