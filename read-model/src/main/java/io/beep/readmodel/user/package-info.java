/** Rows about users. */
@NullMarked
package io.beep.readmodel.user;

import org.jspecify.annotations.NullMarked;
