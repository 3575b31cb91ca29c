package io.beep.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls that may keep their thread waiting for another. */
final class Waiting {

  private static final Map<Class<?>, Set<String>> CALLS =
      Map.ofEntries(
          Map.entry(Mono.class, Set.of("block", "blockOptional")),
          Map.entry(Flux.class, Set.of("blockFirst", "blockLast", "toIterable", "toStream")),
          Map.entry(Future.class, Set.of("get", "join")),
          Map.entry(Thread.class, Set.of("sleep", "join")),
          Map.entry(TimeUnit.class, Set.of("sleep", "timedJoin", "timedWait")),
          Map.entry(Process.class, Set.of("waitFor")),
          Map.entry(BlockingQueue.class, Set.of("take", "put")),
          Map.entry(Semaphore.class, Set.of("acquire", "acquireUninterruptibly")),
          Map.entry(CountDownLatch.class, Set.of("await")),
          Map.entry(CyclicBarrier.class, Set.of("await")),
          Map.entry(Condition.class, Set.of("await", "awaitNanos", "awaitUninterruptibly")),
          Map.entry(Exchanger.class, Set.of("exchange")),
          Map.entry(Phaser.class, Set.of("arriveAndAwaitAdvance", "awaitAdvance")),
          Map.entry(
              ExecutorService.class, Set.of("awaitTermination", "invokeAll", "invokeAny", "close")),
          Map.entry(LockSupport.class, Set.of("park", "parkNanos", "parkUntil")),
          Map.entry(HttpClient.class, Set.of("send")),
          Map.entry(BlockingStream.class, Set.of("nextAvailable", "hasNextAvailable")));

  /** The same with a time limit, by names that are harmless without. */
  private static final Map<Class<?>, Set<String>> TIMED_CALLS =
      Map.of(
          BlockingQueue.class, Set.of("poll", "offer"),
          Semaphore.class, Set.of("tryAcquire"));

  private Waiting() {}

  static Stream<JavaCodeUnitAccess<?>> in(JavaClass type) {
    return type.getCodeUnitAccessesFromSelf().stream().filter(Waiting::isOne);
  }

  private static boolean isOne(JavaCodeUnitAccess<?> access) {
    if (access.getTargetOwner().isEquivalentTo(Object.class)) {
      return access.getName().equals("wait");
    }
    boolean timed =
        access.getTarget().getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(TimeUnit.class));
    return isAmong(CALLS, access) || (timed && isAmong(TIMED_CALLS, access));
  }

  private static boolean isAmong(Map<Class<?>, Set<String>> calls, JavaCodeUnitAccess<?> access) {
    return calls.entrySet().stream()
        .filter(entry -> entry.getValue().contains(access.getName()))
        .anyMatch(entry -> access.getTargetOwner().isAssignableTo(entry.getKey()));
  }
}
