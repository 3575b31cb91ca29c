/**
 * Which tokens count no longer though they have not expired. Owns the table {@code revocation}, and
 * the channel {@value io.beep.identity.revocation.RevocationTable#CHANNEL} of PostgreSQL, on which
 * an empty notification says that there are more.
 */
@NullMarked
package io.beep.identity.revocation;

import org.jspecify.annotations.NullMarked;
