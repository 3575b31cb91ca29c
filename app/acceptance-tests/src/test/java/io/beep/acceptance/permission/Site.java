package io.beep.acceptance.permission;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Call;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.Json;
import io.beep.acceptance.shared.Person;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A private server with one of everything in it, whose owner decides what one member may do. By
 * itself everyone sees channels and reads in them.
 */
final class Site {

  private static final List<String> READING = List.of("VIEW_CHANNEL", "READ_HISTORY");

  private final Person owner;
  private final Person member;
  private final Community community;
  private final String secret = "sesame" + UUID.randomUUID().toString().replace("-", "");
  private final Map<String, String> ids = new HashMap<>();

  /**
   * @param other a member too, whom nothing is asked of
   */
  Site(Person owner, Person member, Person other) {
    this.owner = owner;
    this.member = member;
    this.community = owner.foundPrivate(secret);
    String path = community.path();
    String code =
        owner
            .post(path + "/invitations", Map.of("maxUses", 100))
            .requireSuccess()
            .json()
            .path("code")
            .asString("");
    ids.put("granted", role());
    ids.put("roleId", role());
    ids.put("code", code);
    ids.put("serverId", community.id());
    ids.put("userId", member.id());
    ids.put("targetId", ids.getOrDefault("roleId", ""));
    String folder = owner.post(path + "/channels", Map.of("name", secret, "type", "folder")).id();
    String channel =
        owner
            .post(path + "/channels", Map.of("name", secret, "type", "text", "parentId", folder))
            .id();
    ids.put("channelId", channel);
    overwrite(ids.getOrDefault("roleId", ""), List.of("VIEW_CHANNEL"), List.of());
    ids.put("otherId", other.id());
    join();
    accept(other);
    ids.put("reportId", owner.id());
    other
        .post(path + "/members/" + owner.id() + "/reports", Map.of("reason", "other"))
        .requireSuccess();
    ids.put("position", Long.toString(invite()));
    ids.put("messageId", owner.say(channel, secret).id());
    ids.put("ownMessageId", member.say(channel, secret).id());
  }

  /** What anyone may set back who did it: it needs no permission but to look at it. */
  private long invite() {
    prepareGranted("CREATE_INVITE");
    grant();
    member.post(community.path() + "/invitations", Map.of("maxUses", 1)).requireSuccess();
    revoke();
    return owner
        .get(community.path() + "/audit-log?actor=" + member.id())
        .requireSuccess()
        .json()
        .path("items")
        .path(0)
        .path("position")
        .asLong(-1);
  }

  private String role() {
    return owner.post(community.path() + "/roles", Map.of("name", secret)).id();
  }

  String channel() {
    return ids.getOrDefault("channelId", "");
  }

  String secret() {
    return secret;
  }

  void join() {
    accept(member);
  }

  private void accept(Person person) {
    person.call("POST", "/api/invitations/" + ids.get("code") + "/accept").send().requireSuccess();
  }

  /** From now on everyone may do this and nothing else. */
  void everyoneMay(List<String> permissions) {
    owner
        .patch(community.path() + "/roles/" + community.id(), Map.of("permissions", permissions))
        .requireSuccess();
  }

  /** From now on a role gives this to who has it. */
  void prepare(String permission) {
    List<String> others = new ArrayList<>(READING);
    others.remove(permission);
    everyoneMay(others);
    prepareGranted(permission);
  }

  private void prepareGranted(String permission) {
    owner
        .patch(
            community.path() + "/roles/" + ids.get("granted"),
            Map.of("permissions", List.of(permission)))
        .requireSuccess();
  }

  void grant() {
    owner.put(held()).requireSuccess();
  }

  void revoke() {
    owner.delete(held()).requireSuccess();
  }

  private String held() {
    return community.path() + "/members/" + member.id() + "/roles/" + ids.get("granted");
  }

  void hideChannel() {
    overwrite(community.id(), List.of(), List.of("VIEW_CHANNEL"));
  }

  private void overwrite(String target, List<String> allow, List<String> deny) {
    owner
        .call("PUT", "/api/channels/" + channel() + "/overwrites/" + target)
        .json(Map.of("allow", allow, "deny", deny))
        .send()
        .requireSuccess();
  }

  Answer ask(Person person, Guard guard) {
    Call call = person.call(guard.method(), guard.path(this::filled));
    String body = filled(new String(Json.bytes(guard.body()), StandardCharsets.UTF_8));
    return guard.body().isEmpty()
        ? call.send()
        : call.body("application/json", body.getBytes(StandardCharsets.UTF_8)).send();
  }

  private String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      filled = filled.replace("{" + id.getKey() + "}", id.getValue());
    }
    return filled;
  }
}
