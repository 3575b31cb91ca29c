/**
 * The feed: what happens, told at once to those who may see it, over server-sent events.
 *
 * <p>One {@link io.beep.gateway.feed.FeedFollower} reads the event stream once per node. One
 * thread, that of {@link io.beep.gateway.feed.FeedHub}, owns everything that decides who sees what,
 * so that order and visibility need no lock: it keeps the last events in a ring, gives each to
 * those who may see it, and admits new streams between two events. A frame is written once and its
 * bytes are shared; each stream has an {@link io.beep.gateway.feed.Outbox}, which its event loop
 * empties.
 *
 * <p>The promise: the frames of a stream have rising positions, and frames up to a position, on top
 * of a snapshot of any earlier position, are the snapshot of that position. A stream starts with
 * {@code feed.ready}, whose id is the position from which it is complete, or with {@code
 * feed.reset}, which is the same and says that the client must load a snapshot first. It ends when
 * the access token ends that opened it, and goes on with {@code Last-Event-ID}.
 */
@NullMarked
package io.beep.gateway.feed;

import org.jspecify.annotations.NullMarked;
