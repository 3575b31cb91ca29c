/**
 * Who asks. Access tokens are JWTs that identity signs; nothing here keeps a session, and no cookie
 * counts, so that no other site can make a browser act (which is why there is no CSRF token).
 */
@NullMarked
package io.beep.gateway.shared.security;

import org.jspecify.annotations.NullMarked;
