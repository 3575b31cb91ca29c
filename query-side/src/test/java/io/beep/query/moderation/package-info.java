/** What those who keep order are told, and who else is not. */
@NullMarked
package io.beep.query.moderation;

import org.jspecify.annotations.NullMarked;
