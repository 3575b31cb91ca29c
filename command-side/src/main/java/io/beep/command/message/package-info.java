/** Chat messages, one short stream each. */
@NullMarked
package io.beep.command.message;

import org.jspecify.annotations.NullMarked;
