package io.beep.acceptance.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.beep.acceptance.shared.Answer;
import io.beep.acceptance.shared.Community;
import io.beep.acceptance.shared.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What some people do, at random, in servers of the first of them: they come and go, talk, and are
 * given rights and robbed of them. Remembers who might see what at which position.
 */
final class Life {

  private static final List<String> NOTHING = List.of();
  private static final List<String> SEEING = List.of("VIEW_CHANNEL");
  private static final int MOST_PLACES = 12;
  private static final long HOUR = 3_600;

  private record Post(Person author, Place place, String id) {}

  private record Place(Town town, String channel) {}

  /**
   * A server.
   *
   * @param staff a role of it
   * @param rights from a position on
   */
  private record Town(Community server, String staff, NavigableMap<Long, Rights> rights) {

    String member(Person person) {
      return server.path() + "/members/" + person.id();
    }

    Rights now() {
      return Objects.requireNonNull(rights.lastEntry()).getValue();
    }

    /** As it was once the event at this position had happened. */
    Rights at(long position) {
      Map.@Nullable Entry<Long, Rights> entry = rights.floorEntry(position);
      return entry == null
          ? Objects.requireNonNull(rights.firstEntry()).getValue()
          : entry.getValue();
    }

    void change(long position, Consumer<Rights> change) {
      Rights changed = new Rights(now());
      change.accept(changed);
      rights.put(position, changed);
    }
  }

  private final List<Person> people;
  private final Random random;
  private final Person owner;
  private final Town plaza;
  private final List<Town> towns = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Post> posts = new ArrayList<>();
  private final Map<String, Town> byId = new HashMap<>();

  /** What everyone may do in a new server. */
  private final List<String> usual;

  /** Since when a channel is there. */
  private final Map<String, Long> births = new HashMap<>();

  /** What was done how often, for whoever reads the report. */
  private final Map<String, Integer> acts = new TreeMap<>();

  Life(List<Person> people, Random random) {
    this.people = people;
    this.random = random;
    this.owner = people.getFirst();
    this.plaza = found("Plaza");
    this.usual = permissionsOfEveryone(plaza);
    for (int i = 0; i < 2; i++) {
      Town town = found("Server " + i);
      towns.add(town);
      places.add(new Place(town, town.server().text()));
    }
    others().forEach(person -> join(person, plaza));
  }

  private Town found(String name) {
    Community server = owner.foundPublic(name);
    Answer staff =
        owner.post(server.path() + "/roles", Map.of("name", "staff", "permissions", NOTHING));
    Rights born = new Rights(server.id(), owner.id());
    for (String channel : List.of(server.text(), server.voice())) {
      born.opens(channel, false);
      births.put(channel, server.position());
    }
    Town town = new Town(server, staff.id(), new TreeMap<>(Map.of(server.position(), born)));
    byId.put(server.id(), town);
    return town;
  }

  private List<String> permissionsOfEveryone(Town town) {
    return StreamSupport.stream(
            owner.get(town.server().path() + "/roles").json().path("items").spliterator(), false)
        .filter(role -> role.path("id").asString("").equals(town.server().id()))
        .flatMap(role -> StreamSupport.stream(role.path("permissions").spliterator(), false))
        .map(permission -> permission.asString(""))
        .toList();
  }

  private List<Person> others() {
    return people.subList(1, people.size());
  }

  /** One act. */
  void goesOn() {
    switch (random.nextInt(24)) {
      case 0 -> comeOrGo();
      case 1 -> openChannel(random.nextInt(3) == 0);
      case 2 -> closeChannel();
      case 3, 4 -> edit();
      case 5 -> takeBack();
      case 6 -> giveOrTakeRole(any(towns), any(others()));
      case 7, 8 -> hideOrShow(any(places));
      case 9 -> changeRole(any(towns));
      case 10 -> keepOrder(any(towns), any(others()));
      default -> say();
    }
  }

  /** What changes the rights of this one in a server that they are always in. */
  void changesRightsOf(Person person) {
    giveOrTakeRole(plaza, person);
  }

  /** Something that all of them see, and its position. */
  long lastWord() {
    return owner.say(plaza.server().text(), "The end").position();
  }

  Map<String, Integer> acts() {
    return Map.copyOf(acts);
  }

  private void did(String act) {
    acts.merge(act, 1, Integer::sum);
  }

  private void comeOrGo() {
    Person person = any(others());
    Town town = any(towns);
    if (town.now().isIn(person.id())) {
      did("leave");
      town.change(person.leave(town.server()), rights -> rights.goes(person.id()));
    } else if (!town.now().isBanned(person.id())) {
      join(person, town);
    }
  }

  private void join(Person person, Town town) {
    did("join");
    town.change(person.join(town.server()), rights -> rights.joins(person.id()));
  }

  private void giveOrTakeRole(Town town, Person person) {
    if (!town.now().isIn(person.id())) {
      return;
    }
    boolean give = !town.now().has(person.id(), town.staff());
    String held = town.member(person) + "/roles/" + town.staff();
    did(give ? "give role" : "take role");
    long position = (give ? owner.put(held) : owner.delete(held)).position();
    town.change(position, rights -> rights.has(person.id(), town.staff(), give));
  }

  /** Of everyone, of the role, or of one member; allowed, denied, or left to the server again. */
  private void hideOrShow(Place place) {
    Town town = place.town();
    String target =
        switch (random.nextInt(3)) {
          case 0 -> town.server().id();
          case 1 -> town.staff();
          default -> any(others()).id();
        };
    @Nullable Boolean said = town.now().saidFor(place.channel()).get(target);
    @Nullable Boolean next = said == null ? Boolean.valueOf(random.nextBoolean()) : null;
    // Nobody but members can be named.
    if (next != null && others().stream().anyMatch(person -> person.id().equals(target))) {
      if (!town.now().isIn(target)) {
        return;
      }
    }
    String overwrite = "/api/channels/" + place.channel() + "/overwrites/" + target;
    did(next == null ? "overwrite removed" : next ? "overwrite allows" : "overwrite denies");
    Answer answer =
        next == null
            ? owner.delete(overwrite)
            : owner
                .call("PUT", overwrite)
                .json(Map.of("allow", next ? SEEING : NOTHING, "deny", next ? NOTHING : SEEING))
                .send();
    town.change(answer.position(), rights -> rights.says(place.channel(), target, next));
  }

  /** Whether a role lets see all channels for which nothing else is said. */
  private void changeRole(Town town) {
    String role = random.nextBoolean() ? town.server().id() : town.staff();
    boolean see = !town.now().letsSee(role);
    List<String> permissions = new ArrayList<>(role.equals(town.staff()) ? NOTHING : usual);
    permissions.removeAll(SEEING);
    permissions.addAll(see ? SEEING : NOTHING);
    did(see ? "role sees" : "role does not see");
    long position =
        owner
            .patch(town.server().path() + "/roles/" + role, Map.of("permissions", permissions))
            .position();
    town.change(position, rights -> rights.letsSee(role, see));
  }

  private void keepOrder(Town town, Person person) {
    String id = person.id();
    String ban = town.server().path() + "/bans/" + id;
    String timeout = town.member(person) + "/timeout";
    Rights now = town.now();
    if (now.isBanned(id)) {
      did("unban");
      town.change(owner.delete(ban).position(), rights -> rights.isBannedFor(id, false));
    } else if (!now.isIn(id) || random.nextInt(3) == 0) {
      did("ban");
      town.change(owner.put(ban).position(), rights -> rights.isBannedFor(id, true));
    } else if (now.isTimedOut(id)) {
      did("lift time-out");
      town.change(owner.delete(timeout).position(), rights -> rights.isTimedOut(id, false));
    } else if (random.nextBoolean()) {
      did("time out");
      Answer answer = owner.call("PUT", timeout).json(Map.of("durationSeconds", HOUR)).send();
      town.change(answer.position(), rights -> rights.isTimedOut(id, true));
    } else {
      did("kick");
      town.change(owner.delete(town.member(person)).position(), rights -> rights.goes(id));
    }
  }

  private void openChannel(boolean isPrivate) {
    if (places.size() >= MOST_PLACES) {
      return;
    }
    Town town = any(towns);
    did(isPrivate ? "open privately" : "open");
    Answer opened =
        owner.post(
            town.server().path() + "/channels",
            Map.of(
                "name", "channel-" + random.nextInt(1_000), "type", "text", "private", isPrivate));
    town.change(opened.position(), rights -> rights.opens(opened.id(), isPrivate));
    births.put(opened.id(), opened.position());
    places.add(new Place(town, opened.id()));
  }

  private void closeChannel() {
    if (places.size() > 3) {
      did("close");
      Place place = places.remove(random.nextInt(places.size()));
      Answer closed = owner.delete("/api/channels/" + place.channel());
      place.town().change(closed.position(), rights -> rights.closes(place.channel()));
      posts.removeIf(post -> post.place().equals(place));
    }
  }

  private void say() {
    Place place = any(places);
    List<Person> able =
        people.stream()
            .filter(person -> place.town().now().says(person.id(), place.channel()))
            .toList();
    Person author = any(able);
    did("say");
    Person.Said said = author.say(place.channel(), "Said " + random.nextInt() + " ü 🎉");
    posts.add(new Post(author, place, said.id()));
  }

  private void edit() {
    onOwnPost(
        post ->
            post.author()
                .patch("/api/messages/" + post.id(), Map.of("content", "Now " + random.nextInt())));
  }

  private void takeBack() {
    onOwnPost(
        post -> {
          posts.remove(post);
          return post.author().delete("/api/messages/" + post.id());
        });
  }

  private void onOwnPost(Function<Post, Answer> act) {
    if (!posts.isEmpty()) {
      Post post = any(posts);
      if (post.place().town().now().says(post.author().id(), post.place().channel())) {
        did("edit or delete");
        act.apply(post).requireSuccess();
      }
    }
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  // Who may see it.

  void requireMaySee(Person person, Listener.Frame frame) {
    assertThat(maySee(person.id(), frame))
        .as("%s (%s) may see %s", person.username(), person.id(), frame)
        .isTrue();
  }

  private boolean maySee(String person, Listener.Frame frame) {
    Town town = byId.get(frame.data().path("serverId").asString(""));
    if (town == null) {
      return false;
    }
    long position = frame.position();
    String channel = channelOf(frame);
    boolean isIn = town.at(position).isIn(person);
    return switch (frame.type()) {
      // Whoever comes or goes is told so themselves.
      case "member.joined", "member.left", "member.kicked" -> isIn || isAbout(person, frame);
      case "member.banned" ->
          isAbout(person, frame)
              || (frame.data().path("wasMember").asBoolean()
                  ? isIn
                  : town.at(position).isOwner(person));
      case "member.unbanned" -> town.at(position).isOwner(person);
      // Who saw it cannot be known later; its id names nothing any more.
      case "channel.deleted" -> isIn;
      case "channel.overwrites-changed" ->
          town.at(position).sees(person, channel) || town.at(position - 1).sees(person, channel);
      default ->
          channel.isEmpty()
              ? isIn
              : town.at(Math.max(position, births.getOrDefault(channel, 0L))).sees(person, channel);
    };
  }

  private static boolean isAbout(String person, Listener.Frame frame) {
    return frame.data().path("userId").asString("").equals(person)
        || frame.data().at("/member/userId").asString("").equals(person);
  }

  private static String channelOf(Listener.Frame frame) {
    return List.of("/channelId", "/channel/id", "/message/channelId").stream()
        .map(path -> frame.data().at(path).asString(""))
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse("");
  }
}
