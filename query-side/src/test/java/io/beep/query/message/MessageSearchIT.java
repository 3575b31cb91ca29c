package io.beep.query.message;

import static io.beep.query.shared.Refused.answered;
import static io.beep.query.shared.Refused.refusedWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beep.coreapi.message.GetMemberActivity;
import io.beep.coreapi.message.MemberActivityView;
import io.beep.coreapi.message.SearchMessages;
import io.beep.coreapi.message.SearchPage;
import io.beep.coreapi.message.SearchPage.FoundMessage;
import io.beep.coreapi.shared.ChannelId;
import io.beep.coreapi.shared.DomainException;
import io.beep.coreapi.shared.MessageId;
import io.beep.coreapi.shared.ServerId;
import io.beep.coreapi.shared.UserId;
import io.beep.coreapi.shared.permission.Permission;
import io.beep.coreapi.shared.permission.PermissionSet;
import io.beep.query.shared.ReadBarrier;
import io.beep.query.shared.World;
import io.beep.readmodel.shared.ProcessingGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageSearchIT {

  private final World world = new World();
  private final IndexedMessages index = new IndexedMessages();
  private final UserId owner = world.user("owner");
  private final UserId member = world.user("member");
  private final ServerId server = world.privateServer(owner);
  private final ChannelId channel = world.channel(server);
  private final ReadBarrier indexBarrier = ReadBarrier.ofSearch(world.readModel());
  private final MessageSearchQueries queries =
      new MessageSearchQueries(
          world.readModel(), world.barrier(), indexBarrier, index.client(), World.CLOCK);

  @BeforeEach
  void prepare() {
    index.recreate();
    world.member(server, member);
  }

  @AfterEach
  void close() {
    indexBarrier.close();
    world.close();
  }

  private MessageId say(ChannelId where, String content) {
    MessageId message = world.message(where, owner, content);
    index.put(message, where, content);
    return message;
  }

  private CompletableFuture<SearchPage> search(
      String words,
      @Nullable ServerId inServer,
      @Nullable ChannelId inChannel,
      @Nullable String cursor,
      UserId asking) {
    return queries.answer(
        new SearchMessages(words, inServer, inChannel, cursor, asking), null, null);
  }

  private SearchPage search(String words) {
    index.refresh();
    return answered(search(words, null, null, null, member));
  }

  private List<MessageId> find(String words) {
    return ids(search(words));
  }

  private static List<MessageId> ids(SearchPage page) {
    return page.items().stream().map(found -> found.message().id()).toList();
  }

  @Nested
  class WhenOneSearchesForWhatOneHasJustWritten {

    private CompletableFuture<SearchPage> searchAfter(long position, String words) {
      return queries.answer(
          new SearchMessages(words, null, null, null, member), position, position);
    }

    @Test
    void shouldShowWhatTheIndexHasTakenButNotShownYet() {
      for (long position = 1; position <= 5; position++) {
        MessageId message = say(channel, "just now " + position);
        world.reached(ProcessingGroups.SEARCH, position);

        SearchPage found = answered(searchAfter(position, "just now " + position));

        assertThat(ids(found)).contains(message);
      }
    }

    @Test
    void shouldWaitUntilTheIndexHasTakenIt() {
      world.reached(ProcessingGroups.SEARCH, 6);
      CompletableFuture<SearchPage> found = searchAfter(7, "belated");
      MessageId message = say(channel, "belated");
      assertThat(found).isNotDone();

      world.reached(ProcessingGroups.SEARCH, 7);

      assertThat(ids(answered(found))).containsExactly(message);
    }

    @Test
    void shouldNotWaitForLongerThanForTheTables() {
      say(channel, "never");
      world.reached(ProcessingGroups.SEARCH, 8);

      refusedWith("projection.unavailable", searchAfter(9, "never"));
    }

    @Test
    void shouldServeACrowdAtOnce() {
      MessageId message = say(channel, "crowd");
      world.reached(ProcessingGroups.SEARCH, 50);

      List<CompletableFuture<SearchPage>> crowd =
          LongStream.rangeClosed(1, 40).mapToObj(at -> searchAfter(at, "crowd")).toList();

      assertThat(crowd).allSatisfy(one -> assertThat(ids(answered(one))).contains(message));
    }
  }

  @Nested
  class WhenItIsAskedHowMuchSomeoneWrote {

    private final UserId keeper = world.user("keeper");
    private final ChannelId secret = world.hiddenChannel(server);

    @BeforeEach
    void join() {
      world.member(server, keeper, world.role(server, Permission.MANAGE_MESSAGES));
    }

    private CompletableFuture<MemberActivityView> activity(UserId asking, UserId user) {
      index.refresh();
      return queries.answer(new GetMemberActivity(server, asking, user), null, null);
    }

    private void write(ChannelId where, UserId author) {
      MessageId message = world.message(where, author, "words");
      index.put(message, where, author, "words");
    }

    @Test
    void shouldCountWhatOneMayReadAndSayWhenTheLastWas() {
      write(channel, member);
      write(channel, member);
      write(channel, owner);
      write(secret, member);

      MemberActivityView activity = answered(activity(keeper, member));

      assertThat(activity.messages()).isEqualTo(2);
      assertThat(activity.more()).isFalse();
      assertThat(activity.lastAt()).isNotNull();
      assertThat(answered(activity(owner, member)).messages()).isEqualTo(3);
      assertThat(answered(activity(keeper, keeper)))
          .isEqualTo(new MemberActivityView(0, false, null));
    }

    @Test
    void shouldBeForWhoKeepsOrder() {
      write(channel, owner);

      refusedWith("permission.missing", activity(member, owner));
      refusedWith("server.not-found", activity(world.user("stranger"), owner));
    }

    @Test
    void shouldSayThatTheIndexIsAway() {
      MessageSearchQueries lost =
          new MessageSearchQueries(
              world.readModel(),
              world.barrier(),
              indexBarrier,
              IndexedMessages.deadClient(),
              World.CLOCK);

      refusedWith(
          "search.unavailable",
          lost.answer(new GetMemberActivity(server, keeper, member), null, null));
    }
  }

  @Nested
  class WhenWordsAreSearched {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            He was running to the stations     | run
            He was running to the stations     | STATION
            The user's computers crashed       | computer crash
            Le café de l'école est fermé       | ecole
            Le café de l’école est fermé       | École
            Le café de l'école est fermé       | cafe ferme
            Les élèves étaient généreux        | élève
            Les chevaux nationaux              | cheval national
            Voilà des réunions annulées        | reunion annulee
            Straße und Über                    | uber
            deploy 1.2.3 of beep-gateway       | beep-gateway
            It is ready 🎉                     | 🎉
            """)
    void shouldFindTheirForms(String content, String words) {
      MessageId message = say(channel, content);
      say(channel, "Nothing of the kind");

      assertThat(find(words)).containsExactly(message);
    }

    @Test
    void shouldFindAllWordsAndNotSome() {
      MessageId both = say(channel, "apples and oranges");
      say(channel, "apples");

      assertThat(find("oranges apples")).containsExactly(both);
      assertThat(find("oranges apples !!!")).containsExactly(both);
      assertThat(find("!!!")).isEmpty();
    }

    @Test
    void shouldFindPhrasesAsTheyStand() {
      MessageId phrase = say(channel, "the quick brown fox");
      say(channel, "the brown quick fox");

      assertThat(find("\"quick brown\"")).containsExactly(phrase);
      assertThat(find("\"quick brown\" fox")).containsExactly(phrase);
      assertThat(find("quick brown")).hasSize(2);
    }

    @Test
    void shouldMarkWhatMatched() {
      say(channel, "He was running to l'école");

      assertThat(search("run ecole").items().getFirst().highlights())
          .containsExactly("He was \uE000running\uE001 to \uE000l'école\uE001");
    }

    @Test
    void shouldTakeNothingTypedForASearchLanguage() {
      MessageId message = say(channel, "a OR b *");

      assertThat(find("a*")).containsExactly(message);
      assertThat(find("_exists_:content")).isEmpty();
    }

    @Test
    void shouldShowAllPagesOnce() {
      List<MessageId> all = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        all.add(say(channel, "same words"));
      }
      index.refresh();

      List<MessageId> seen = new ArrayList<>();
      SearchPage page = search("same");
      seen.addAll(ids(page));
      while (page.cursor() != null) {
        page = answered(search("same", null, null, page.cursor(), member));
        assertThat(page.items()).isNotEmpty();
        seen.addAll(ids(page));
      }

      assertThat(page.total()).isEqualTo(60);
      assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void shouldRefuseWhatIsNoSearch() {
      assertThatThrownBy(() -> search("a".repeat(201), null, null, null, member))
          .isInstanceOf(DomainException.class)
          .hasMessageContaining("search.words-invalid");
      assertThatThrownBy(() -> search("words", null, null, "bogus", member))
          .isInstanceOf(DomainException.class)
          .hasMessageContaining("search.cursor-invalid");
    }
  }

  @Nested
  class WhenSomethingMayNotBeSeen {

    @Test
    void shouldFindNothingInHiddenChannelsAndOtherServers() {
      ChannelId hidden = world.hiddenChannel(server);
      ServerId foreign = world.publicServer(owner);
      MessageId open = say(channel, "secret");
      MessageId inHidden = say(hidden, "secret");
      MessageId inForeign = say(world.channel(foreign), "secret");

      SearchPage seen = search("secret");

      assertThat(ids(seen)).containsExactly(open);
      assertThat(seen.total()).isEqualTo(1);
      assertThat(ids(answered(search("secret", null, null, null, owner))))
          .containsExactlyInAnyOrder(open, inHidden, inForeign);
    }

    @Test
    void shouldFindNothingWhereHistoryIsNotRead() {
      world.everyoneMay(server, PermissionSet.of(Permission.VIEW_CHANNEL));
      say(channel, "secret");

      assertThat(find("secret")).isEmpty();
      refusedWith("permission.missing", search("secret", null, channel, null, member));
    }

    @Test
    void shouldRefuseToSearchWhereOneIsNot() {
      ChannelId hidden = world.hiddenChannel(server);
      UserId stranger = world.user("stranger");
      ServerId open = world.publicServer(owner);

      refusedWith("channel.not-found", search("any", null, hidden, null, member));
      refusedWith("channel.not-found", search("any", open, channel, null, member));
      refusedWith("channel.not-found", search("any", null, channel, null, stranger));
      refusedWith("server.not-found", search("any", server, null, null, stranger));
      refusedWith("permission.missing", search("any", open, null, null, stranger));
    }

    @Test
    void shouldStayWithinWhatIsNamed() {
      ChannelId other = world.channel(server);
      MessageId here = say(channel, "word");
      MessageId there = say(other, "word");
      index.refresh();

      assertThat(ids(answered(search("word", null, channel, null, member)))).containsExactly(here);
      assertThat(ids(answered(search("word", server, null, null, member))))
          .containsExactlyInAnyOrder(here, there);
    }
  }

  @Nested
  class WhenTheIndexIsBehind {

    @Test
    void shouldNotShowWhatIsDeletedOrWasPutInOtherWords() {
      MessageId deleted = say(channel, "regrettable");
      MessageId edited = say(channel, "regrettable");
      MessageId kept = say(channel, "regrettable");
      world.delete(deleted);
      world.jdbc().update("update message set content = 'kind' where id = ?", edited.value());

      assertThat(search("regrettable").items())
          .extracting(FoundMessage::message)
          .singleElement()
          .satisfies(message -> assertThat(message.id()).isEqualTo(kept));
    }

    @Test
    void shouldFindNothingBeforeThereIsAnIndex() {
      index.remove();

      assertThat(answered(search("any", null, null, null, member)).items()).isEmpty();
    }

    @Test
    void shouldSayThatItIsUnavailableWhenItIsDown() {
      MessageSearchQueries cutOff =
          new MessageSearchQueries(
              world.readModel(),
              world.barrier(),
              indexBarrier,
              IndexedMessages.deadClient(),
              World.CLOCK);

      refusedWith(
          "search.unavailable",
          cutOff.answer(new SearchMessages("any", null, null, null, member), null, null));
    }
  }
}
