/**
 * Who is signed in on which browser, and how one gets there: the sign-in page, its limits,
 * sign-out.\n *\n *
 *
 * <p>Owns the table {@code session}. A browser holds a random value in an {@code HttpOnly} cookie;
 * the\n * table holds only its SHA-256.
 */
@NullMarked
package io.beep.identity.session;

import org.jspecify.annotations.NullMarked;
