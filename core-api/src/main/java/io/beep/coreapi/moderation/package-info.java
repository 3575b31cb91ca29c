/** What members complain of, and what those who keep order in a server do about it. */
@NullMarked
package io.beep.coreapi.moderation;

import org.jspecify.annotations.NullMarked;
