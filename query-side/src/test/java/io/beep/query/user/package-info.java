/** Answers about users. */
@NullMarked
package io.beep.query.user;

import org.jspecify.annotations.NullMarked;
