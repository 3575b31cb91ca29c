/** Invitations and how often they were used. */
@NullMarked
package io.beep.projection.invitation;

import org.jspecify.annotations.NullMarked;
