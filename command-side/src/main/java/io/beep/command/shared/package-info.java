/** What decides for every feature: the access state, and limits on texts. */
@NullMarked
package io.beep.command.shared;

import org.jspecify.annotations.NullMarked;
