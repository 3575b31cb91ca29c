package io.beep.acceptance.shared;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A running Beep, as its address shows it. */
public final class Beep {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final String url;
  private final HttpClient client;
  private final Map<String, Person> regulars = new ConcurrentHashMap<>();
  private @Nullable Witness witness;

  /**
   * @param url without a slash at its end
   */
  Beep(String url) {
    this(url, null);
  }

  private Beep(String url, @Nullable InetAddress from) {
    this.url = url;
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    if (from != null) {
      builder.localAddress(from);
    }
    this.client = builder.build();
  }

  /** The same Beep, asked from another address of this machine. */
  public Beep from(InetAddress address) {
    return new Beep(url, address);
  }

  public String url() {
    return url;
  }

  public URI at(String path) {
    return URI.create(url + path);
  }

  public Call call(String method, String path) {
    return new Call(client, method, at(path));
  }

  public Answer get(String path) {
    return call("GET", path).send();
  }

  /** JSON without a token. */
  public Answer post(String path, Object json) {
    return call("POST", path).json(json).send();
  }

  /** Someone whom every test may ask; nothing may be assumed of what they did before. */
  public Person ada() {
    return regular("ada");
  }

  /** Someone else of that kind. */
  public Person grace() {
    return regular("grace");
  }

  /** Someone who is never let into what is private. */
  public Person stranger() {
    return regular("stranger");
  }

  private Person regular(String name) {
    return regulars.computeIfAbsent(name, _ -> newcomer());
  }

  /** Sees whether something was appended to the event stream; nobody else may use this Beep. */
  public synchronized Witness witness() {
    Witness present = witness;
    if (present == null) {
      present = Witness.of(this);
      witness = present;
    }
    return present;
  }

  /** Somebody who has just signed up and signed in. */
  public Person newcomer() {
    return newcomer(SignUp.fresh());
  }

  public Person newcomer(SignUp signUp) {
    String id =
        post("/api/registrations", signUp.json())
            .requireSuccess()
            .json()
            .path("userId")
            .asString("");
    return new Person(this, id, signUp, new Browser(this).signIn(signUp).accessToken());
  }
}
