package io.beep.gateway.feed;

import io.beep.gateway.shared.http.ApiRequest;
import io.beep.gateway.shared.problem.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** By what a device names itself: a UUID of its own making, which nobody else is told. */
final class DeviceIds {

  private static final int LENGTH = 36;

  private DeviceIds() {}

  /** Null for whoever names none. */
  static @Nullable UUID inQuery(ApiRequest request) {
    String text = request.query("device");
    if (text == null) {
      return null;
    }
    UUID device = parse(text);
    if (device == null) {
      throw Problems.invalid("device", "field.invalid", "This is no id.").exception();
    }
    return device;
  }

  static UUID inPath(ApiRequest request) {
    UUID device = parse(request.variable("deviceId"));
    if (device == null) {
      throw Problems.notFound("device").exception();
    }
    return device;
  }

  private static @Nullable UUID parse(String text) {
    try {
      return text.length() == LENGTH ? UUID.fromString(text) : null;
    } catch (IllegalArgumentException noId) {
      return null;
    }
  }
}
