/** The edge of people: signing up, and oneself. */
@NullMarked
package io.beep.gateway.user;

import org.jspecify.annotations.NullMarked;
