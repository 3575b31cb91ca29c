/** What an operator asks of Beep's parts, in whichever product they run. */
@NullMarked
package io.beep.app.operations.control;

import org.jspecify.annotations.NullMarked;
