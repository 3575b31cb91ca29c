/**
 * Accounts and their credentials.\n *\n *
 *
 * <p>Owns the table {@code account}. A row is <em>pending</em> from the moment that it holds a
 * username\n * and an email until the command side has made the user; only <em>active</em> rows can
 * be seen from\n * outside. Every step from one to the other can be repeated.
 */
@NullMarked
package io.beep.identity.account;

import org.jspecify.annotations.NullMarked;
