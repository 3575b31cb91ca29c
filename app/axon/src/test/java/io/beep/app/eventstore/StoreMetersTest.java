package io.beep.app.eventstore;

import static io.beep.app.eventstore.StoreFixture.message;
import static io.beep.app.eventstore.StoreFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.DistributionSummary;
import java.util.List;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreMetersTest {

  private final StoreFixture fixture = new StoreFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private long appends(String outcome) {
    return fixture
        .meters()
        .get("beep.event.append.duration")
        .tag("outcome", outcome)
        .timer()
        .count();
  }

  @Test
  void shouldTellHowAppendsEnded() throws Exception {
    TailingEventStore store = fixture.open();
    store.publish(List.of(sent(message(1), "one"), sent(message(2), "two")));
    assertThatThrownBy(() -> store.publish(sent(message(1), "again")))
        .isInstanceOf(AggregateStreamCreationException.class);
    store.close();
    assertThatThrownBy(() -> store.publish(sent(message(3), "late")))
        .isInstanceOf(EventStoreUnavailableException.class);

    assertThat(appends("written")).isEqualTo(1);
    assertThat(appends("overtaken")).isEqualTo(1);
    assertThat(appends("unavailable")).isEqualTo(1);
  }

  @Test
  void shouldTellHowMuchACommitHolds() throws Exception {
    TailingEventStore store = fixture.open();
    store.publish(List.of(sent(message(1), "one"), sent(message(2), "two")));

    DistributionSummary size = fixture.meters().get("beep.event.commit.size").summary();
    assertThat(size.count()).isEqualTo(1);
    assertThat(size.totalAmount()).isEqualTo(2);
    assertThat(fixture.meters().get("beep.event.commit.duration").timer().count()).isEqualTo(1);
    assertThat(fixture.meters().get("beep.events.appended").functionCounter().count()).isEqualTo(2);
    assertThat(fixture.meters().get("beep.event.position").gauge().value()).isEqualTo(1);
  }
}
