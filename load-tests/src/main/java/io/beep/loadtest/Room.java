package io.beep.loadtest;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Where a run takes place: a server that all accounts are in.
 *
 * @param path that messages are posted to
 */
record Room(String path) {

  /** Founds a server with the first account, and lets all others join it. */
  static Room open(BeepHttp http, Accounts accounts, String run) {
    JsonNode server =
        http.call(
            "POST",
            "/api/servers",
            accounts.of(0).token(),
            Map.of("name", "Bench " + run, "visibility", "public"));
    String id = server.path("id").stringValue();
    Account owner = accounts.of(0);
    accounts.forEach(
        "joined",
        account -> {
          if (account != owner) {
            http.call("PUT", "/api/servers/" + id + "/members/me", account.token(), Map.of());
          }
        });
    return new Room("/api/channels/" + textChannel(server) + "/messages");
  }

  void probe(BeepHttp http, Account account, String run) {
    http.call(
        "POST",
        path,
        account.token(),
        Map.of("content", new Stamp(Stamp.PROBE, 0).content(run, Load.USUAL_SIZE)));
  }

  private static String textChannel(JsonNode server) {
    for (JsonNode channel : server.path("channels")) {
      if ("text".equals(channel.path("type").asString())) {
        return channel.path("id").stringValue();
      }
    }
    throw new BenchException("the new server has no text channel");
  }
}
