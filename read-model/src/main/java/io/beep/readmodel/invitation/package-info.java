/** Rows of invitations. */
@NullMarked
package io.beep.readmodel.invitation;

import org.jspecify.annotations.NullMarked;
