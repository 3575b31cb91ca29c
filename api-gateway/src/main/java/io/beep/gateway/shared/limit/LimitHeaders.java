package io.beep.gateway.shared.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What clients are told of a limit: names and forms are those of the public contract. */
public final class LimitHeaders {

  public static final String RETRY_AFTER = "Retry-After";

  static final String LIMIT = "X-RateLimit-Limit";
  static final String REMAINING = "X-RateLimit-Remaining";
  static final String RESET = "X-RateLimit-Reset";
  static final String RESET_AFTER = "X-RateLimit-Reset-After";
  public static final String BUCKET = "X-RateLimit-Bucket";

  private LimitHeaders() {}

  /**
   * @param size so many in all
   * @param remaining so many more now
   * @param reset after which time as many as {@code size} are free again, told as a duration and as
   *     seconds since 1970
   * @param bucket which limit it is, by a stable name
   */
  static Map<String, String> of(
      long size, long remaining, Duration reset, Instant now, String bucket) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(LIMIT, Long.toString(size));
    headers.put(REMAINING, Long.toString(remaining));
    headers.put(RESET, seconds(now.plus(reset).toEpochMilli()));
    headers.put(RESET_AFTER, seconds(reset.toMillis()));
    headers.put(BUCKET, bucket);
    return headers;
  }

  /**
   * Of a limit that is no rate of the edge: one waits, and then it is free again. {@code
   * Retry-After} is among them.
   *
   * @param size so many at a time
   * @param wait in whole seconds, from 1
   */
  public static Map<String, String> used(long size, Duration wait, Instant now, String bucket) {
    Map<String, String> headers = of(size, 0, wait, now, bucket);
    headers.put(RETRY_AFTER, Long.toString(wait.toSeconds()));
    return headers;
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
  }
}
