/**
 * OAuth 2.1 and OpenID Connect: the client of the SPA, tokens, and the keys that sign them.\n *\n *
 *
 * <p>Owns the tables {@code signing_key}, {@code oauth2_authorization} and {@code operator_token}.
 */
@NullMarked
package io.beep.identity.token;

import org.jspecify.annotations.NullMarked;
