package io.beep.saga.channel;

import io.beep.coreapi.channel.ErasesChannels;
import io.beep.coreapi.shared.ProcessesEvents;
import io.beep.saga.shared.Commands;
import io.beep.saga.shared.Work;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the parts of the deletion of channels together. */
public final class ChannelDeletionSaga {

  private ChannelDeletionSaga() {}

  /** What notes. */
  public static ProcessesEvents process(DataSource sagas) {
    return new ChannelDeletionProcess(new ChannelNotes(sagas));
  }

  /** What does one piece of work when it is asked. */
  public static Work deletions(
      DataSource sagas,
      PlatformTransactionManager transactions,
      Commands commands,
      List<ErasesChannels> erasers,
      Clock clock) {
    return new ChannelDeletions(
        new ChannelNotes(sagas), new TransactionTemplate(transactions), commands, erasers, clock);
  }
}
