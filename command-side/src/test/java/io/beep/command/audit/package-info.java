/** What was done to a server. */
@NullMarked
package io.beep.command.audit;

import org.jspecify.annotations.NullMarked;
