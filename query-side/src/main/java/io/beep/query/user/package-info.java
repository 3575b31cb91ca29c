/** Who users are, as everyone may know them. */
@NullMarked
package io.beep.query.user;

import org.jspecify.annotations.NullMarked;
