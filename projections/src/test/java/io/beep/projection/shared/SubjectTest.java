package io.beep.projection.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectTest {

  private final Subject server = new Subject("server/1");
  private final Subject channel = new Subject("server/1/channel/1");
  private final Subject otherChannel = new Subject("server/1/channel/11");
  private final Subject otherServer = new Subject("server/11");

  @Test
  void shouldOverlapWithItselfAndWithWhatHoldsIt() {
    assertThat(channel.overlaps(channel)).isTrue();
    assertThat(channel.overlaps(server)).isTrue();
    assertThat(server.overlaps(channel)).isTrue();
  }

  @Test
  void shouldNotOverlapWithItsNeighbours() {
    assertThat(channel.overlaps(otherChannel)).isFalse();
    assertThat(otherChannel.overlaps(channel)).isFalse();
    assertThat(server.overlaps(otherServer)).isFalse();
    assertThat(channel.overlapsAny(List.of(otherChannel, otherServer))).isFalse();
    assertThat(channel.overlapsAny(List.of(otherChannel, server))).isTrue();
  }
}
