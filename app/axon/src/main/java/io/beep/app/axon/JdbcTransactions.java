package io.beep.app.axon;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Axon's transactions on Spring's. */
public final class JdbcTransactions implements TransactionManager {

  private final PlatformTransactionManager transactions;

  public JdbcTransactions(PlatformTransactionManager transactions) {
    this.transactions = transactions;
  }

  @Override
  public Transaction startTransaction() {
    TransactionStatus status = transactions.getTransaction(new DefaultTransactionDefinition());
    return new Transaction() {
      @Override
      public void commit() {
        if (!status.isCompleted()) {
          transactions.commit(status);
        }
      }

      @Override
      public void rollback() {
        if (!status.isCompleted()) {
          transactions.rollback(status);
        }
      }
    };
  }
}
