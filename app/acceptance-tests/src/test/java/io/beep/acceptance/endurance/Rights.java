package io.beep.acceptance.endurance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may see what in one server at one moment: written from the specification alone, to judge by.
 */
final class Rights {

  private final String server;
  private final String owner;

  /** Their roles, without that of everyone, by the ids of members. */
  private final Map<String, Set<String>> members = new HashMap<>();

  private final Set<String> banned = new HashSet<>();
  private final Set<String> timedOut = new HashSet<>();

  /** Roles that let see channels; that of everyone has the id of the server. */
  private final Set<String> seeing = new HashSet<>();

  /** By channel: whether a role or a member may see it, as far as it is said for that channel. */
  private final Map<String, Map<String, Boolean>> channels = new HashMap<>();

  Rights(String server, String owner) {
    this.server = server;
    this.owner = owner;
    members.put(owner, Set.of());
    seeing.add(server);
  }

  /** The same, to be changed. */
  Rights(Rights before) {
    server = before.server;
    owner = before.owner;
    members.putAll(before.members);
    banned.addAll(before.banned);
    timedOut.addAll(before.timedOut);
    seeing.addAll(before.seeing);
    channels.putAll(before.channels);
  }

  boolean isIn(String person) {
    return members.containsKey(person);
  }

  boolean isBanned(String person) {
    return banned.contains(person);
  }

  boolean isTimedOut(String person) {
    return timedOut.contains(person);
  }

  boolean has(String person, String role) {
    return members.getOrDefault(person, Set.of()).contains(role);
  }

  boolean letsSee(String role) {
    return seeing.contains(role);
  }

  /** What is said for a role or a member in a channel: true, false, or nothing. */
  Map<String, Boolean> saidFor(String channel) {
    return channels.getOrDefault(channel, Map.of());
  }

  /**
   * What a channel says of a member goes before what it says of their roles, that before what it
   * says of everyone, and all of it before what roles give in the whole server. Of several roles
   * one that allows is enough.
   */
  boolean sees(String person, String channel) {
    if (!isIn(person) || !channels.containsKey(channel)) {
      return false;
    }
    Map<String, Boolean> said = saidFor(channel);
    Set<String> roles = members.getOrDefault(person, Set.of());
    if (person.equals(owner)) {
      return true;
    }
    if (said.containsKey(person)) {
      return said.getOrDefault(person, false);
    }
    if (roles.stream().anyMatch(said::containsKey)) {
      return roles.stream().anyMatch(role -> said.getOrDefault(role, false));
    }
    if (said.containsKey(server)) {
      return said.getOrDefault(server, false);
    }
    return seeing.contains(server) || roles.stream().anyMatch(seeing::contains);
  }

  boolean says(String person, String channel) {
    return sees(person, channel) && !isTimedOut(person);
  }

  boolean isOwner(String person) {
    return person.equals(owner);
  }

  // What happens.

  void joins(String person) {
    members.put(person, Set.of());
  }

  /** Roles are left behind, a time-out is not. */
  void goes(String person) {
    members.remove(person);
  }

  void isBannedFor(String person, boolean ban) {
    if (ban) {
      goes(person);
      banned.add(person);
    } else {
      banned.remove(person);
    }
  }

  void isTimedOut(String person, boolean silent) {
    if (silent) {
      timedOut.add(person);
    } else {
      timedOut.remove(person);
    }
  }

  void has(String person, String role, boolean given) {
    Set<String> roles = new HashSet<>(members.getOrDefault(person, Set.of()));
    if (given) {
      roles.add(role);
    } else {
      roles.remove(role);
    }
    members.put(person, roles);
  }

  void letsSee(String role, boolean see) {
    if (see) {
      seeing.add(role);
    } else {
      seeing.remove(role);
    }
  }

  void opens(String channel, boolean isPrivate) {
    channels.put(channel, isPrivate ? Map.of(server, false) : Map.of());
  }

  void closes(String channel) {
    channels.remove(channel);
  }

  /** Null takes back what was said. */
  void says(String channel, String target, @Nullable Boolean allowed) {
    Map<String, Boolean> said = new HashMap<>(saidFor(channel));
    if (allowed == null) {
      said.remove(target);
    } else {
      said.put(target, allowed);
    }
    channels.put(channel, said);
  }
}
