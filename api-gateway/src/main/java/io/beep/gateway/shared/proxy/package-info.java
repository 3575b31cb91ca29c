/** What is not answered here: sign-in and tokens are identity's, on the same origin. */
@NullMarked
package io.beep.gateway.shared.proxy;

import org.jspecify.annotations.NullMarked;
