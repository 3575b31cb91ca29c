/** What operators see of Beep. */
@NullMarked
package io.beep.acceptance.operations;

import org.jspecify.annotations.NullMarked;
