package io.beep.saga.server;

import io.beep.coreapi.server.ErasesServers;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.saga.shared.Commands;
import io.beep.saga.shared.Work;
import java.time.Clock;
import java.util.Collection;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the parts of the deletion of servers together. */
public final class ServerDeletionSaga {

  private ServerDeletionSaga() {}

  /** What notes. */
  public static ProcessesEvents process(DataSource sagas) {
    return new ServerDeletionProcess(new DeletionNotes(sagas));
  }

  /** What does one piece of work when it is asked. */
  public static Work deletions(
      DataSource sagas,
      PlatformTransactionManager transactions,
      Commands commands,
      Collection<ErasesServers> erasers,
      Clock clock) {
    return new ServerDeletions(
        new DeletionNotes(sagas), new TransactionTemplate(transactions), commands, erasers, clock);
  }
}
