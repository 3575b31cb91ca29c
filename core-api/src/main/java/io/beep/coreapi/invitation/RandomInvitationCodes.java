package io.beep.coreapi.invitation;

import java.util.random.RandomGenerator;

/**
 * Codes of 58 bits of chance, and of nothing else: whoever knows when one was made is no nearer.
 */
public final class RandomInvitationCodes implements InvitationCodes {

  private final RandomGenerator random;

  /**
   * @param random shared by all threads, so it must be safe for them; a product gives a {@code
   *     SecureRandom}
   */
  public RandomInvitationCodes(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public InvitationCode next() {
    StringBuilder code = new StringBuilder(InvitationCode.LENGTH);
    for (int i = 0; i < InvitationCode.LENGTH; i++) {
      code.append(InvitationCode.ALPHABET.charAt(random.nextInt(InvitationCode.ALPHABET.length())));
    }
    return new InvitationCode(code.toString());
  }
}
