package io.beep.acceptance.shared;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the Beeps that they ask for: one that all of them share, and one that may be
 * restarted and killed. Each is started by the first who asks, and ended after the last test.
 */
public final class Beeps implements ParameterResolver {

  private static final Namespace STORE = Namespace.create(Beeps.class);

  /** Whether there is one with its limits on. */
  public static boolean hasLimited() {
    return isOwn() || limitsOfRemote().equals("on");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Beep.class
        || type == FeedStream.class
        || type == OwnBeep.class
        || type == BeepProcess.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == OwnBeep.class) {
      return own(context);
    }
    if (type == BeepProcess.class) {
      return shared(context);
    }
    if (context.getRequiredTestClass().isAnnotationPresent(OnLimitedBeep.class)) {
      return isOwn() ? own(context).with(OwnBeep.Limits.ON) : remote(context);
    }
    Beep beep = isOwn() ? shared(context).beep() : remote(context);
    FeedStream first = firstFeed(beep, context);
    return type == FeedStream.class ? first : beep;
  }

  /** Opened before the first test, so that what takes time has happened on it before the last. */
  private static FeedStream firstFeed(Beep beep, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STORE)
        .computeIfAbsent(FeedStream.class, _ -> beep.newcomer().follow(), FeedStream.class);
  }

  private static BeepProcess shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STORE)
        .computeIfAbsent(BeepProcess.class, _ -> BeepProcess.startFresh(), BeepProcess.class);
  }

  private static OwnBeep own(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STORE)
        .computeIfAbsent(OwnBeep.class, _ -> OwnBeep.fresh(), OwnBeep.class);
  }

  private static boolean isOwn() {
    return remoteUrl().isEmpty();
  }

  private static Beep remote(ExtensionContext context) {
    String url = remoteUrl();
    return context
        .getRoot()
        .getStore(STORE)
        .computeIfAbsent(
            Beep.class,
            _ -> new Beep(url.endsWith("/") ? url.substring(0, url.length() - 1) : url),
            Beep.class);
  }

  private static String remoteUrl() {
    return System.getProperty("beep.url", "");
  }

  private static String limitsOfRemote() {
    return System.getProperty("beep.limits", "off");
  }
}
