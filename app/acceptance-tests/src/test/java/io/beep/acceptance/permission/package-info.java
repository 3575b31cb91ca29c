/** Who gets what, on every address that there is. */
@NullMarked
package io.beep.acceptance.permission;

import org.jspecify.annotations.NullMarked;
