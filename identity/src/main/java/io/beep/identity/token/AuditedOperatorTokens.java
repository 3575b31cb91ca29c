package io.beep.identity.token;

import static io.beep.identity.shared.IdentityDatabase.at;

import io.beep.coreapi.shared.IdGenerator;
import io.beep.identity.api.OperatorTokens;
import io.beep.identity.shared.Account;
import io.beep.identity.shared.Accounts;
import io.beep.identity.shared.Audit;
import io.beep.identity.shared.IdentityDatabase;
import io.beep.identity.shared.IdentitySettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Signs tokens for operators; writes down each one before it is given away. */
class AuditedOperatorTokens implements OperatorTokens {

  static final Duration LIFE = Duration.ofHours(12);

  private final Accounts accounts;
  private final IdentityDatabase database;
  private final JwtEncoder encoder;
  private final IdentitySettings settings;
  private final IdGenerator ids;
  private final Clock clock;
  private final Audit audit;

  AuditedOperatorTokens(
      Accounts accounts,
      IdentityDatabase database,
      JwtEncoder encoder,
      IdentitySettings settings,
      IdGenerator ids,
      Clock clock,
      Audit audit) {
    this.accounts = accounts;
    this.database = database;
    this.encoder = encoder;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  @Override
  public String issue(String username) {
    Account account = TokenClaims.require(accounts, username);
    UUID tokenId = ids.next();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = now.plus(LIFE);
    database
        .client()
        .sql(
            """
            insert into operator_token (token_id, user_id, username, issued_at, expires_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(tokenId, account.userId().value(), account.username(), at(now), at(end))
        .update();
    audit.operatorTokenIssued(tokenId, account.userId(), end);
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(settings.publicUrl().toString())
            .subject(account.userId().value().toString())
            .id(tokenId.toString())
            .issuedAt(now)
            .expiresAt(end)
            .claims(all -> all.putAll(TokenClaims.ofAccessToken(account, BeepWebClient.SCOPES)))
            .build();
    JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
    return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }
}
