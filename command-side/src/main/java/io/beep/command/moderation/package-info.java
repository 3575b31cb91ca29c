/** What is reported, and what comes of it. */
@NullMarked
package io.beep.command.moderation;

import org.jspecify.annotations.NullMarked;
