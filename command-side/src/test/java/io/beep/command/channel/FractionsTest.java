package io.beep.command.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FractionsTest {

  @RepeatedTest(20)
  void shouldAlwaysFindOneBetween() {
    Random random = new Random();
    List<String> sorted = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int at = random.nextInt(sorted.size() + 1);
      String low = at == 0 ? "" : sorted.get(at - 1);
      String high = at == sorted.size() ? null : sorted.get(at);
      String between = Fractions.between(low, high);
      assertThat(between).isGreaterThan(low).doesNotEndWith("0");
      if (high != null) {
        assertThat(between).isLessThan(high);
      }
      sorted.add(at, between);
    }
  }

  @Test
  void shouldStayShortBehindTheLast() {
    String last = "";
    for (int i = 0; i < 500; i++) {
      last = Fractions.between(last, null);
    }
    assertThat(last).hasSizeLessThan(16);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 35, 36, 37, 500, 1300, 50_000})
  void shouldSpreadThemInOrder(int count) {
    List<String> spread = Fractions.spread(count);

    assertThat(spread).hasSize(count).doesNotHaveDuplicates().isSorted();
    assertThat(spread).noneMatch(one -> one.isEmpty() || one.endsWith("0"));
  }
}
