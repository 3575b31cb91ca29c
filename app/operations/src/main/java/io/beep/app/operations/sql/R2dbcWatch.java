package io.beep.app.operations.sql;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stands before a connection factory, and times statements until their last row is read. */
final class R2dbcWatch implements ConnectionFactory {

  private final ConnectionFactory connections;
  private final Watcher watcher;

  private R2dbcWatch(ConnectionFactory connections, Watcher watcher) {
    this.connections = connections;
    this.watcher = watcher;
  }

  static ConnectionFactory of(ConnectionFactory connections, Watcher watcher) {
    return new R2dbcWatch(connections, watcher);
  }

  @Override
  public Publisher<? extends Connection> create() {
    return Mono.from(connections.create()).map(this::watched);
  }

  @Override
  public ConnectionFactoryMetadata getMetadata() {
    return connections.getMetadata();
  }

  private Connection watched(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            R2dbcWatch.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              Object result = call(connection, method, arguments);
              return result instanceof Statement statement
                  ? watched(statement, (String) arguments[0])
                  : result;
            });
  }

  private Statement watched(Statement statement, String sql) {
    return (Statement)
        Proxy.newProxyInstance(
            R2dbcWatch.class.getClassLoader(),
            new Class<?>[] {Statement.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("execute")) {
                return timed(statement.execute(), sql);
              }
              Object result = call(statement, method, arguments);
              return result == statement ? proxy : result;
            });
  }

  /** A statement may run only when its result is read: so long it takes. */
  private Flux<Result> timed(Publisher<? extends Result> results, String sql) {
    return Flux.defer(
        () -> {
          long began = System.nanoTime();
          Runnable ended = () -> watcher.took(sql, System.nanoTime() - began);
          return Flux.<Result>from(results)
              .map(result -> timed(result, ended))
              .doOnError(_ -> ended.run());
        });
  }

  private static Result timed(Result result, Runnable ended) {
    return (Result)
        Proxy.newProxyInstance(
            R2dbcWatch.class.getClassLoader(),
            new Class<?>[] {Result.class},
            (_, method, arguments) ->
                switch (call(result, method, arguments)) {
                  case Result part -> timed(part, ended);
                  case Publisher<?> read -> Flux.from(read).doOnTerminate(ended).doOnCancel(ended);
                  case null, default ->
                      throw new IllegalStateException("no way to read: " + method);
                });
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
