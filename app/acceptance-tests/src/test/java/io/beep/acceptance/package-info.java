/**
 * What the outside relies on: every test here is a client that knows the HTTP surface of Beep and
 * nothing of its code.
 *
 * <p>{@code -Dbeep.url=http://…} names the Beep to be tested; it must run with {@code --limits off}
 * and nobody else may use it meanwhile, since some tests look at the positions of events. With
 * {@code -Dbeep.limits=on} the Beep of that address runs as people have it, and only its limits are
 * tested. Without an address a Beep is started for the time of the tests, from the product that the
 * build made or from {@code -Dbeep.home=DIR}; then its starts, ends and deaths are tested as well.
 */
@NullMarked
package io.beep.acceptance;

import org.jspecify.annotations.NullMarked;
