package io.beep.loadtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Those who take part; keeps their tokens fresh until closed. */
final class Accounts implements AutoCloseable {

  /** Argon2 takes a core and much memory for each sign-in: more at once would only queue. */
  private static final int AT_ONCE = 4;

  private static final Duration RENEWAL = Duration.ofSeconds(10);

  private final List<Account> all;
  private final SignIn signIn;
  private final ErrorCounts errors;
  private final ScheduledExecutorService renewals;

  private Accounts(List<Account> all, SignIn signIn, ErrorCounts errors) {
    this.all = List.copyOf(all);
    this.signIn = signIn;
    this.errors = errors;
    this.renewals =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    renewals.scheduleWithFixedDelay(
        this::renew, RENEWAL.toSeconds(), RENEWAL.toSeconds(), TimeUnit.SECONDS);
  }

  /** Signs so many users up and in. */
  static Accounts signUp(BeepHttp http, String run, int count, ErrorCounts errors) {
    SignIn signIn = new SignIn(http);
    List<Account> all =
        inParallel("signed up", count, number -> () -> newAccount(signIn, run, number));
    return new Accounts(all, signIn, errors);
  }

  /** Takes the tokens of a file, one a line. */
  static Accounts of(Path tokens, BeepHttp http, ErrorCounts errors) {
    try {
      List<Account> all =
          Files.readAllLines(tokens).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .map(token -> new Account(null, AccessToken.given(token)))
              .toList();
      if (all.isEmpty()) {
        throw new BenchException(tokens + " holds no token");
      }
      return new Accounts(all, new SignIn(http), errors);
    } catch (IOException unreadable) {
      throw new BenchException("cannot read " + tokens + ": " + unreadable, unreadable);
    }
  }

  /** The account of a stream or sender; they share when there are more of them. */
  Account of(int number) {
    return all.get(Math.floorMod(number, all.size()));
  }

  int size() {
    return all.size();
  }

  void save(@Nullable Path file) {
    if (file == null) {
      return;
    }
    try {
      // Whoever holds a token is the user: nobody else may read the file.
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(file, all.stream().map(Account::token).toList());
    } catch (IOException unwritable) {
      throw new BenchException("cannot write " + file + ": " + unwritable, unwritable);
    }
  }

  /** Does something for each account, a few at once, and tells how far it is. */
  void forEach(String what, Consumer<Account> action) {
    inParallel(
        what,
        all.size(),
        number ->
            () -> {
              action.accept(all.get(number));
              return number;
            });
  }

  private static Account newAccount(SignIn signIn, String run, int number) {
    String username = "bench-" + run + "-" + number;
    String email = username + "@example.org";
    String password = SignIn.random();
    signIn.signUp(username, email, password);
    Cookies session = signIn.signIn(email, password);
    return new Account(session, signIn.authorize(session));
  }

  private void renew() {
    for (Account account : all) {
      if (account.isDue(Instant.now())) {
        try {
          account.renew(signIn);
        } catch (BenchException failed) {
          errors.add("token.renewal");
        }
      }
    }
  }

  private static <T> List<T> inParallel(String what, int count, IntFunction<Callable<T>> task) {
    AtomicInteger done = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<T>> futures = new ArrayList<>(count);
      for (int number = 0; number < count; number++) {
        Callable<T> one = task.apply(number);
        futures.add(
            threads.submit(
                () -> {
                  T result = one.call();
                  Progress.told(what, done.incrementAndGet(), count);
                  return result;
                }));
      }
      return results(futures, threads);
    }
  }

  private static <T> List<T> results(List<Future<T>> futures, ExecutorService threads) {
    List<T> results = new ArrayList<>(futures.size());
    try {
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException failed) {
      threads.shutdownNow();
      if (failed.getCause() instanceof BenchException told) {
        throw told;
      }
      throw new BenchException("a user could not be prepared", failed);
    } catch (InterruptedException interrupted) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    renewals.shutdownNow();
  }
}
