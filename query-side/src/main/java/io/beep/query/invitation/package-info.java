/** What invitations lead to, and which there are. */
@NullMarked
package io.beep.query.invitation;

import org.jspecify.annotations.NullMarked;
