/** Who is told why someone may do something or not, and what. */
@NullMarked
package io.beep.query.permission;

import org.jspecify.annotations.NullMarked;
