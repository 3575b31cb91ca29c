/** Users as everyone may know them. */
@NullMarked
package io.beep.projection.user;

import org.jspecify.annotations.NullMarked;
