/** What was done to a server, as a list and as a file. */
@NullMarked
package io.beep.gateway.audit;

import org.jspecify.annotations.NullMarked;
