/** Pictures of servers and people: what names one, what sizes there are, and who keeps them. */
@NullMarked
package io.beep.coreapi.shared.picture;

import org.jspecify.annotations.NullMarked;
