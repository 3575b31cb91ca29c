/** What is reported, and how it was answered. */
@NullMarked
package io.beep.projection.moderation;

import org.jspecify.annotations.NullMarked;
