package io.beep.gateway.shared.http;

import io.beep.coreapi.shared.Identifier;
import io.beep.coreapi.shared.MessageKeys;
import io.beep.coreapi.shared.UserId;
import io.beep.gateway.shared.json.JsonBodies;
import io.beep.gateway.shared.json.Texts;
import io.beep.gateway.shared.problem.Problems;
import io.beep.gateway.shared.security.TokenIds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.server.ServerWebExchange;

/** One request, as endpoints see it. */
public final class ApiRequest {

  /** The parameter by which a client asks for what knows its own writes. */
  public static final String AT_LEAST = "atLeast";

  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final int LONGEST_KEY = 255;
  private static final int ID_LENGTH = 36;

  private final ServerWebExchange exchange;
  private final @Nullable Jwt token;
  private final Map<String, String> path;
  private final Map<String, String> query;
  private final JsonBodies.@Nullable Read body;

  ApiRequest(
      ServerWebExchange exchange,
      @Nullable Jwt token,
      Map<String, String> path,
      Map<String, String> query,
      JsonBodies.@Nullable Read body) {
    this.exchange = exchange;
    this.token = token;
    this.path = path;
    this.query = query;
    this.body = body;
  }

  /** Who asks. Only for operations that are not open. */
  public UserId user() {
    return userOf(token());
  }

  /** Who asks, null when nobody is signed in. */
  public @Nullable UserId userOrNull() {
    return token == null ? null : userOf(token);
  }

  /** What stands in the path for {@code {name}}; empty when nothing does. */
  public String variable(String name) {
    return path.getOrDefault(name, "");
  }

  /** Only tokens with a user as their subject are let in. */
  static UserId userOf(Jwt token) {
    String subject = token.getSubject();
    if (subject == null) {
      throw new IllegalStateException("a token without a subject was let in");
    }
    return UserId.of(subject);
  }

  /** When the token ends that the request bears. */
  public Instant tokenExpiry() {
    Instant expiry = token().getExpiresAt();
    if (expiry == null) {
      throw new IllegalStateException("a token without an end was let in");
    }
    return expiry;
  }

  /** By what the token can be revoked that the request bears. */
  public Set<String> tokenIds() {
    return TokenIds.of(token());
  }

  public String requestId() {
    return RequestIds.of(exchange);
  }

  /** What a message that this request sends bears of it. */
  public Map<String, Object> metaData() {
    Map<String, Object> metaData = new HashMap<>();
    metaData.put(MessageKeys.REQUEST_ID, requestId());
    if (query.containsKey(AT_LEAST)) {
      metaData.put(MessageKeys.INDEXED_AT_LEAST, atLeast());
    }
    RequestTraces.passOn(exchange, metaData);
    return metaData;
  }

  /**
   * An id out of the path. What is no id names nothing, so it is answered like an unknown one.
   *
   * @param what {@code server}, {@code message} …
   */
  public <T extends Identifier> T id(String variable, Function<String, T> reader, String what) {
    T id = parse(variable(variable), reader);
    if (id == null) {
      throw Problems.notFound(what).exception();
    }
    return id;
  }

  /**
   * An id out of the body or the query.
   *
   * @throws io.beep.gateway.shared.problem.ProblemException of status 400 when it is none
   */
  public static <T extends Identifier> @Nullable T optionalId(
      String field, @Nullable String text, Function<String, T> reader) {
    if (text == null) {
      return null;
    }
    T id = parse(text, reader);
    if (id == null) {
      throw Problems.invalid(field, "field.invalid", "This is no id.").exception();
    }
    return id;
  }

  /**
   * Ids out of the body.
   *
   * @throws io.beep.gateway.shared.problem.ProblemException of status 400 when one is none
   */
  public static <T extends Identifier> List<T> ids(
      String field, List<@Nullable String> texts, Function<String, T> reader) {
    List<T> ids = new ArrayList<>();
    for (@Nullable String text : texts) {
      T id = text == null ? null : parse(text, reader);
      if (id == null) {
        throw Problems.invalid(field + "." + ids.size(), "field.invalid", "This is no id.")
            .exception();
      }
      ids.add(id);
    }
    return ids;
  }

  public <T extends Identifier> @Nullable T queryId(String name, Function<String, T> reader) {
    return optionalId(name, query.get(name), reader);
  }

  /**
   * Ids out of the query, separated by commas; null when there is no such parameter.
   *
   * @throws io.beep.gateway.shared.problem.ProblemException of status 400 when one is none, or
   *     there are too many
   */
  public <T extends Identifier> @Nullable List<T> queryIds(
      String name, Function<String, T> reader, int most) {
    String text = query.get(name);
    if (text == null) {
      return null;
    }
    List<@Nullable String> texts = List.of(text.split(",", -1));
    if (texts.size() > most) {
      throw Problems.invalid(name, "field.invalid", "At most " + most + " can be asked for.")
          .exception();
    }
    return ids(name, texts, reader);
  }

  public @Nullable String query(String name) {
    return query.get(name);
  }

  /** A number from 1 to {@code most} out of the query. */
  public int count(String name, int usual, int most) {
    String text = query.get(name);
    if (text == null) {
      return usual;
    }
    long number = wholeNumber(name, text);
    if (number < 1 || number > most) {
      throw Problems.invalid(name, "field.invalid", "This must be from 1 to " + most + ".")
          .exception();
    }
    return (int) number;
  }

  /** A position out of the query, null when there is none. */
  public @Nullable Long position(String name) {
    String text = query.get(name);
    return text == null ? null : Long.valueOf(wholeNumber(name, text));
  }

  /** The position that the answer must know at least, -1 when the client asks for none. */
  public long atLeast() {
    String text = query.get(AT_LEAST);
    return text == null ? -1 : wholeNumber(AT_LEAST, text);
  }

  public <T extends Record> T body(Class<T> type) {
    if (body == null) {
      throw new IllegalStateException("the operation declares no body");
    }
    return type.cast(body.value());
  }

  public ServerWebExchange exchange() {
    return exchange;
  }

  /**
   * What makes a repeated command the same one, null when the client asks for no such thing. The
   * header comes with a character for each of its bytes, which are UTF-8.
   *
   * @throws io.beep.gateway.shared.problem.ProblemException of status 400 when the key cannot be
   *     one
   */
  public @Nullable Idempotency idempotency() {
    List<String> keys = exchange.getRequest().getHeaders().getOrEmpty(IDEMPOTENCY_KEY);
    if (keys.isEmpty()) {
      return null;
    }
    String key = Texts.utf8(keys.getFirst().getBytes(StandardCharsets.ISO_8859_1));
    if (keys.size() > 1
        || key == null
        || key.isBlank()
        || key.codePointCount(0, key.length()) > LONGEST_KEY) {
      throw Problems.malformed(
              "idempotency-key.invalid",
              "An Idempotency-Key has 1 to "
                  + LONGEST_KEY
                  + " characters in UTF-8, and there is one.",
              List.of(IDEMPOTENCY_KEY))
          .exception();
    }
    return new Idempotency(key, hash());
  }

  /**
   * @param requestHash SHA-256 in hex over method, path and body
   */
  public record Idempotency(String key, String requestHash) {

    /** For a request whose content no declaration of a body has read. */
    public Idempotency over(byte[] content) {
      MessageDigest digest = digest();
      digest.update(requestHash.getBytes(StandardCharsets.UTF_8));
      digest.update(content);
      return new Idempotency(key, hex(digest.digest()));
    }

    /**
     * For a request that sends several commands: a key of its own for each, as one key replays one
     * answer.
     */
    public Idempotency forPart(String part) {
      return new Idempotency(
          hex(sha256((key + '\0' + part).getBytes(StandardCharsets.UTF_8))), requestHash);
    }
  }

  private String hash() {
    String head =
        exchange.getRequest().getMethod().name()
            + ' '
            + exchange.getRequest().getURI().getRawPath()
            + '\n';
    MessageDigest digest = digest();
    digest.update(head.getBytes(StandardCharsets.UTF_8));
    if (body != null) {
      digest.update(body.canonical());
    }
    return hex(digest.digest());
  }

  private Jwt token() {
    if (token == null) {
      throw new IllegalStateException("nobody is signed in");
    }
    return token;
  }

  private static long wholeNumber(String name, String text) {
    try {
      if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException tooLarge) {
      throw notANumber(name).exception();
    }
    throw notANumber(name).exception();
  }

  private static io.beep.gateway.shared.problem.Problem notANumber(String name) {
    return Problems.invalid(name, "field.invalid", "This must be a whole number.");
  }

  private static <T extends Identifier> @Nullable T parse(String text, Function<String, T> reader) {
    // Ids also read themselves from their stored form, which is longer; here only bare ones count.
    if (text.length() != ID_LENGTH) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException noId) {
      return null;
    }
  }

  private static byte[] sha256(byte[] bytes) {
    return digest().digest(bytes);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
