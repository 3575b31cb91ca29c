package io.beep.projection.deadletter;

import io.beep.projection.api.DeadLetterOffice;
import io.beep.projection.shared.DeadLetterTable;
import io.beep.projection.shared.DeadLetters;
import io.beep.projection.shared.GroupLock;
import io.beep.projection.shared.Handling;
import io.beep.projection.shared.ProjectionGroup;
import io.beep.projection.shared.Subject;
import io.beep.projection.shared.Surroundings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries the dead letters of one group again, each in a transaction in which the group stands still:
 * what comes meanwhile about the same is put behind the letter, or finds it gone.
 */
final class Retries {

  /** Batches of the group take up to a second when the machine is busy. */
  private static final String STAND_STILL_LIMIT = "set local lock_timeout = '10s'";

  private final DeadLetterTable letters;
  private final GroupLock lock;
  private final ReadAgain source;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final Refusal refusal = new Refusal();
  private final Handling handling;

  Retries(ProjectionGroup group, DataSource readModel, ReadAgain source) {
    this.letters = new DeadLetterTable(readModel, group.name());
    this.lock = GroupLock.of(group.name());
    this.source = source;
    this.jdbc = new JdbcTemplate(readModel);
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(readModel));
    this.handling = group.serving(new Surroundings(readModel, GroupLock.none(), refusal));
  }

  DeadLetterOffice.Outcome all() {
    List<DeadLetterTable.Letter> waiting = letters.list(Integer.MAX_VALUE);
    Set<Subject> refused = new HashSet<>();
    int handled = 0;
    for (DeadLetterTable.Letter letter : waiting) {
      if (letter.subject().overlapsAny(refused)) {
        continue;
      }
      if (isHandled(letter)) {
        handled++;
      } else {
        refused.add(letter.subject());
      }
    }
    return new DeadLetterOffice.Outcome(handled, waiting.size() - handled);
  }

  private boolean isHandled(DeadLetterTable.Letter letter) {
    return Boolean.TRUE.equals(
        transactions.execute(
            transaction -> {
              jdbc.execute(STAND_STILL_LIMIT);
              lock.take(jdbc);
              // Somebody else may have tried, discarded or rebuilt in the meantime.
              return !letters.contains(letter.position()) || handle(letter.position());
            }));
  }

  private boolean handle(long position) {
    refusal.cause.set(null);
    handling.handle(source.at(position));
    Exception cause = refusal.cause.get();
    if (cause == null) {
      letters.remove(position);
      return true;
    }
    letters.refusedAgain(position, cause);
    return false;
  }

  /** Lets what was put aside be handled, and notes when it is refused. */
  private static final class Refusal implements DeadLetters {

    private final AtomicReference<@Nullable Exception> cause = new AtomicReference<>();

    @Override
    public Set<Subject> waiting() {
      return Set.of();
    }

    @Override
    public void add(Subject subject, long position, @Nullable Exception why) {
      cause.compareAndSet(null, why);
    }
  }
}
