package io.beep.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ListenerLedgerTest {

  private final ListenerLedger ledger = new ListenerLedger(2);

  @Test
  void shouldFindNothingWrongWithEveryMessageOnceInOrder() {
    ledger.enter(0, 10);
    ledger.enter(1, 11);
    ledger.enter(2, 14);

    assertThat(ledger.missing(numbers(0, 1, 2))).isZero();
    assertThat(ledger.doubled()).isZero();
    assertThat(ledger.outOfOrder()).isZero();
    assertThat(ledger.seen()).isEqualTo(3);
  }

  @Test
  void shouldMissWhatWasAcknowledgedAndNeverCame() {
    ledger.enter(0, 10);

    assertThat(ledger.missing(numbers(0, 1, 5))).isEqualTo(2);
  }

  @Test
  void shouldNotMissWhatWasNeverAcknowledged() {
    ledger.enter(0, 10);
    ledger.enter(1, 11);

    assertThat(ledger.missing(numbers(0))).isZero();
  }

  @Test
  void shouldCountWhatComesTwice() {
    assertThat(ledger.enter(0, 10)).isTrue();
    assertThat(ledger.enter(0, 10)).isFalse();

    assertThat(ledger.doubled()).isEqualTo(1);
    assertThat(ledger.seen()).isEqualTo(1);
  }

  @Test
  void shouldCountAPositionThatDoesNotGrow() {
    ledger.enter(0, 10);
    ledger.enter(1, 9);
    ledger.enter(3, 10);

    assertThat(ledger.outOfOrder()).isEqualTo(2);
  }

  @Test
  void shouldCountASenderWhoseMessagesChangePlaces() {
    ledger.enter(2, 10);
    ledger.enter(0, 11);

    assertThat(ledger.outOfOrder()).isEqualTo(1);
  }

  @Test
  void shouldLetMessagesOfDifferentSendersComeInAnyOrder() {
    ledger.enter(3, 10);
    ledger.enter(2, 11);

    assertThat(ledger.outOfOrder()).isZero();
  }

  private static BitSet numbers(int... numbers) {
    BitSet set = new BitSet();
    for (int number : numbers) {
      set.set(number);
    }
    return set;
  }
}
