package io.beep.app.distributed.axonserver;

import io.beep.coreapi.shared.CommonError;
import io.beep.coreapi.shared.ErrorPayload;
import java.util.concurrent.CompletableFuture;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.AnnotationRoutingStrategy;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.SimpleQueryUpdateEmitter;
import org.axonframework.serialization.Serializer;

/** The buses over Axon Server. A node that is not there is told like any part that is not there. */
final class RemoteBuses {

  private RemoteBuses() {}

  /**
   * For a node that only sends commands.
   *
   * @param serializer of commands, answers and refusals
   */
  public static AxonServerCommandBus commands(AxonServerLink link, Serializer serializer) {
    return commands(link, serializer, SimpleCommandBus.builder().build());
  }

  /**
   * @param local carries out the commands that come to this node
   */
  public static AxonServerCommandBus commands(
      AxonServerLink link, Serializer serializer, CommandBus local) {
    AxonServerCommandBus.Builder builder =
        AxonServerCommandBus.builder()
            .axonServerConnectionManager(link.connections())
            .configuration(link.configuration())
            .localSegment(local)
            .serializer(serializer)
            .routingStrategy(AnnotationRoutingStrategy.defaultStrategy());
    return new RemoteCommandBus(builder);
  }

  /** For a node that only asks. */
  public static AxonServerQueryBus queries(AxonServerLink link, Serializer serializer) {
    return queries(link, serializer, SimpleQueryBus.builder().build());
  }

  /**
   * @param local answers the queries that come to this node
   */
  public static AxonServerQueryBus queries(
      AxonServerLink link, Serializer serializer, QueryBus local) {
    AxonServerQueryBus.Builder builder =
        AxonServerQueryBus.builder()
            .axonServerConnectionManager(link.connections())
            .configuration(link.configuration())
            .localSegment(local)
            .updateEmitter(SimpleQueryUpdateEmitter.builder().build())
            .messageSerializer(serializer)
            .genericSerializer(serializer);
    return new RemoteQueryBus(builder);
  }

  /** Whether the failure says nothing about what was asked, but that nobody could be asked. */
  private static boolean isUnreachable(Throwable failure) {
    boolean refused =
        failure instanceof HandlerExecutionException told && told.getDetails().isPresent();
    return !refused && AxonServerFailures.isOfServer(failure);
  }

  private static ErrorPayload unavailable(String part) {
    return ErrorPayload.of(new CommonError.Unavailable(part));
  }

  private static final class RemoteCommandBus extends AxonServerCommandBus {

    RemoteCommandBus(Builder builder) {
      super(builder);
    }

    @Override
    public <C, R> void dispatch(
        CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
      CommandCallback<C, R> translating =
          (sent, result) ->
              callback.onResult(
                  sent,
                  result.isExceptional() && isUnreachable(result.exceptionResult())
                      ? GenericCommandResultMessage.<R>asCommandResultMessage(
                          new CommandExecutionException(
                              "no node carries out commands",
                              result.exceptionResult(),
                              unavailable("command-side")))
                      : result);
      super.dispatch(command, translating);
    }
  }

  private static final class RemoteQueryBus extends AxonServerQueryBus {

    RemoteQueryBus(Builder builder) {
      super(builder);
    }

    @Override
    public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> query) {
      return super.query(query)
          .exceptionallyCompose(
              failure ->
                  isUnreachable(failure)
                      ? CompletableFuture.failedFuture(translated(failure))
                      : CompletableFuture.failedFuture(failure))
          .thenApply(
              response ->
                  response.isExceptional() && isUnreachable(response.exceptionResult())
                      ? new GenericQueryResponseMessage<R>(
                          query.getResponseType().responseMessagePayloadType(),
                          translated(response.exceptionResult()))
                      : response);
    }

    private static QueryExecutionException translated(Throwable failure) {
      return new QueryExecutionException(
          "no node answers queries", failure, unavailable("query-side"));
    }
  }
}
