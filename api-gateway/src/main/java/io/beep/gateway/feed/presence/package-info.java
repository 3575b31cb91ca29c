/**
 * Who is there: what people chose, what their devices say, and whom that is told to.
 *
 * <p>Nothing of it is an event (docs/adr/0017). A device is an open stream of the feed. {@link
 * io.beep.gateway.feed.presence.Crowd} belongs to the thread of the hub, and makes of devices here,
 * of what other nodes tell ({@link io.beep.gateway.feed.presence.Neighbours}) and of what someone
 * chose ({@link io.beep.gateway.feed.presence.ChosenStatuses}) one {@link
 * io.beep.gateway.feed.presence.Presence} for each person. What is told of someone invisible is
 * what is told of someone who is not there, which is nothing.
 */
@NullMarked
package io.beep.gateway.feed.presence;

import org.jspecify.annotations.NullMarked;
