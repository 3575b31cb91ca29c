/** What happens to servers and to who is in them. */
@NullMarked
package io.beep.coreapi.server;

import org.jspecify.annotations.NullMarked;
