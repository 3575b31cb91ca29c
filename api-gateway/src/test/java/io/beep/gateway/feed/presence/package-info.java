@NullMarked
package io.beep.gateway.feed.presence;

import org.jspecify.annotations.NullMarked;
