package io.beep.identity.token;

import static io.beep.identity.shared.IdentityDatabase.at;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.beep.coreapi.shared.IdGenerator;
import io.beep.identity.shared.IdentityDatabase;
import io.beep.identity.shared.UpkeepTask;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign tokens, kept in the table {@code signing_key}, so that a token outlives a
 * restart and is good on every node.
 *
 * <p>The newest key that every node knows signs; a new one is made every {@link #LIFE}. An old one
 * stays published until the longest token that it can have signed has expired.
 */
class SigningKeys implements JWKSource<SecurityContext>, UpkeepTask {

  static final Duration LIFE = Duration.ofDays(90);

  /** Operator tokens are the longest, at 12 hours; the rest is for clocks and caches. */
  static final Duration PUBLISHED_AFTER = Duration.ofDays(2);

  /** How late a node may learn of a key that another node made. */
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** A new key signs once every node publishes it. */
  static final Duration KNOWN_AFTER = INTERVAL.multipliedBy(5);

  private static final int RSA_BITS = 2048;

  /** Names the advisory lock under which one node at a time makes a key. */
  private static final long LOCK = 0x6265_6570_6b65_7973L;

  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

  private final IdentityDatabase database;
  private final IdGenerator ids;
  private final Clock clock;
  private volatile JWKSet published;

  SigningKeys(IdentityDatabase database, IdGenerator ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.published = rotated();
  }

  /** Every published key that fits, the one that signs first. */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(published);
  }

  @Override
  public String name() {
    return "rotate signing keys";
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    published = rotated();
  }

  private JWKSet rotated() {
    Instant now = clock.instant();
    return database
        .transactions()
        .execute(
            status -> {
              database
                  .client()
                  .sql("select pg_advisory_xact_lock(?)")
                  .param(LOCK)
                  .query()
                  .listOfRows();
              if (needsKey(now)) {
                insert(generate(), now);
              }
              deleteOutlived(now);
              return new JWKSet(keys(now));
            });
  }

  private boolean needsKey(Instant now) {
    return database
        .client()
        .sql("select not exists (select from signing_key where created_at > ?)")
        .param(at(now.minus(LIFE)))
        .query((row, number) -> row.getBoolean(1))
        .single();
  }

  private RSAKey generate() {
    try {
      return new RSAKeyGenerator(RSA_BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyID(ids.next().toString())
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot make a signing key", e);
    }
  }

  private void insert(RSAKey key, Instant now) {
    database
        .client()
        .sql("insert into signing_key (key_id, jwk, created_at) values (?, ?, ?)")
        .params(key.getKeyID(), key.toJSONString(), at(now))
        .update();
    LOG.info("Made the signing key {}", key.getKeyID());
  }

  /** A key that a newer one replaced longer ago than any of its tokens can live. */
  private void deleteOutlived(Instant now) {
    List<String> deleted =
        database
            .client()
            .sql(
                """
                delete from signing_key old
                where exists (select from signing_key newer
                              where newer.created_at > old.created_at and newer.created_at < ?)
                returning key_id
                """)
            .param(at(now.minus(PUBLISHED_AFTER)))
            .query((row, number) -> row.getString("key_id"))
            .list();
    deleted.forEach(keyId -> LOG.info("Deleted the outlived signing key {}", keyId));
  }

  /** A key younger than {@link #KNOWN_AFTER} comes last, unless there is no other. */
  private List<JWK> keys(Instant now) {
    return database
        .client()
        .sql(
            """
            select jwk, created_at from signing_key
            order by created_at <= ? desc, created_at desc, key_id desc
            """)
        .param(at(now.minus(KNOWN_AFTER)))
        .query(
            (row, number) ->
                parse(row.getString("jwk"), row.getObject("created_at", OffsetDateTime.class)))
        .list();
  }

  private static JWK parse(String jwk, OffsetDateTime createdAt) {
    try {
      return JWK.parse(jwk);
    } catch (ParseException e) {
      throw new IllegalStateException("the signing key made at " + createdAt + " is unreadable", e);
    }
  }
}
