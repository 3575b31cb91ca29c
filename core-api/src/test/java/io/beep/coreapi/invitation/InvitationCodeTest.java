package io.beep.coreapi.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationCodeTest {

  @Test
  void shouldBeReadFromItsBareAndItsStoredForm() {
    InvitationCode code = new InvitationCode("7kQ2mXw9Za");

    assertThat(InvitationCode.of("7kQ2mXw9Za")).isEqualTo(code);
    assertThat(InvitationCode.of(code.toString())).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7kQ2mXw9Z", "7kQ2mXw9Zaa", "7kQ2mXw9Z0", "7kQ2mXw9Zl", "7kQ2mXw9Z/"})
  void shouldRefuseWhatIsNoCode(String text) {
    assertThatThrownBy(() -> InvitationCode.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldComeFromChanceAloneAndUseEveryCharacterAlike() {
    InvitationCodes codes = new RandomInvitationCodes(new Random(1));
    Set<InvitationCode> seen = new HashSet<>();
    Map<Character, Integer> counts = new HashMap<>();
    for (int i = 0; i < 58_000; i++) {
      InvitationCode code = codes.next();
      assertThat(InvitationCode.of(code.value())).isEqualTo(code);
      seen.add(code);
      code.value().chars().forEach(c -> counts.merge((char) c, 1, Integer::sum));
    }

    assertThat(seen).hasSize(58_000);
    assertThat(counts).hasSize(58);
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(9_400, 10_600));
    assertThat(new RandomInvitationCodes(new Random(2)).next())
        .isNotEqualTo(new RandomInvitationCodes(new Random(3)).next());
  }
}
