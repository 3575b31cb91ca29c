/** Beep as a process: how it starts, ends and dies. */
@NullMarked
package io.beep.acceptance.process;

import org.jspecify.annotations.NullMarked;
