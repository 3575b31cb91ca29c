package io.beep.gateway.picture;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An acknowledgement.
 *
 * @param id of what was changed
 * @param url where its largest size is now; left out when there is none any more
 */
record ChangedTo(UUID id, long position, @Nullable String url) {}
