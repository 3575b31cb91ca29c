/**
 * The OpenID provider of Beep: who has an account, who is signed in, and the tokens that say so.
 *
 * <p>Runs as a servlet context of its own on loopback, behind the gateway, which shares its public
 * origin. Owns the schema {@code identity}; credentials live there and are never events.
 */
@NullMarked
package io.beep.identity;

import org.jspecify.annotations.NullMarked;
