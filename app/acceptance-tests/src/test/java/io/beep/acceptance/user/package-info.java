/** Signing up, signing in, and the tokens that come of it. */
@NullMarked
package io.beep.acceptance.user;

import org.jspecify.annotations.NullMarked;
