/** The process that carries out commands. It needs Axon Server alone. */
@NullMarked
package io.beep.app.commandnode;

import org.jspecify.annotations.NullMarked;
