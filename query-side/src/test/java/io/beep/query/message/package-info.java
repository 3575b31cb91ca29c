/** Answers about messages. */
@NullMarked
package io.beep.query.message;

import org.jspecify.annotations.NullMarked;
