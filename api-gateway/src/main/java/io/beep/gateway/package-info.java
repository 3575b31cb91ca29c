/**
 * The edge of Beep: HTTP, the feed, limits, problem details, and the files of the web app. Whatever
 * comes from outside is untrusted here and well-formed behind.
 */
@NullMarked
package io.beep.gateway;

import org.jspecify.annotations.NullMarked;
