/** Answers why someone may do something or not. */
@NullMarked
package io.beep.query.permission;

import org.jspecify.annotations.NullMarked;
