/** What is reported, for those who keep order. */
@NullMarked
package io.beep.query.moderation;

import org.jspecify.annotations.NullMarked;
