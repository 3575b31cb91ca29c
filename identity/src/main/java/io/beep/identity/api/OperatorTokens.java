package io.beep.identity.api;

/** Access tokens that whoever runs Beep takes out for programs of theirs. */
public interface OperatorTokens {

  /**
   * An access token for this user, good for 12 hours, with the claims of any other. Each one is
   * written to the log and to the table {@code operator_token}.
   *
   * @throws io.beep.coreapi.shared.DomainException with {@code CommonError.NotFound} when nobody is
   *     called that
   */
  String issue(String username);
}
