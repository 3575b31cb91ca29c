package io.beep.architecture;

import java.util.Map;

/** The classes that may wait, each with what keeps that from harming a request. */
final class Bridges {

  static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry(
              "io.beep.gateway.feed.FeedFollower", "has a thread of its own, and nothing else"),
          Map.entry(
              "io.beep.gateway.feed.FeedHub",
              "has a thread of its own; the follower waits for it, so that neither outruns the"
                  + " other"),
          Map.entry(
              "io.beep.gateway.feed.Drains",
              "the hub's thread waits for event loops, never the other way round, and not for"
                  + " long"),
          Map.entry(
              "io.beep.gateway.feed.EventStream",
              "called by the follower, and through the bridge by who reads past events"),
          Map.entry("io.beep.gateway.feed.PastEvents", "called through the bridge only"),
          Map.entry(
              "io.beep.gateway.feed.People",
              "called by the follower, and through the bridge by who reads past events; limited in"
                  + " time"),
          Map.entry("io.beep.gateway.feed.Feed", "waits for its threads when the node ends"),
          Map.entry(
              "io.beep.identity.account.BoundedPasswordEncoder",
              "each request of identity has a thread; those beyond two seconds are sent away"),
          Map.entry(
              "io.beep.identity.account.UserMaker",
              "each request of identity has a thread; limited in time"),
          Map.entry(
              "io.beep.saga.shared.BusCommands",
              "called by the worker of a process, which has a thread of its own; limited in time"),
          Map.entry("io.beep.saga.shared.Worker", "waits for its piece of work when the node ends"),
          Map.entry(
              "io.beep.identity.revocation.FollowedRevocations",
              "has a thread of its own; waits for it when the node ends"),
          Map.entry("io.beep.identity.shared.Upkeep", "waits for its tasks when the node ends"),
          Map.entry(
              "io.beep.projection.shared.index.SearchCalls",
              "a processor has threads of its own and must not go on before the index has answered;"
                  + " limited in time"),
          Map.entry(
              "io.beep.projection.deadletter.ReadAgain",
              "runs on the operator's thread; limited in time"),
          Map.entry(
              "io.beep.projection.rebuild.ProjectionRebuild",
              "runs on the operator's thread, between two tries to take the lock"),
          Map.entry(
              "io.beep.projection.rebuild.Replay",
              "runs on the operator's thread and hands events to its workers"),
          Map.entry(
              "io.beep.projection.rebuild.SegmentWorker",
              "has a thread of its own, and passes its pace on to who feeds it"));

  private Bridges() {}

  static boolean isNamed(String className) {
    return CLASSES.containsKey(className);
  }
}
