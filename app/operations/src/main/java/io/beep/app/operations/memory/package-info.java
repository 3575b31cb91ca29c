/** What a node takes of the machine's memory, and gives back. */
@NullMarked
package io.beep.app.operations.memory;

import org.jspecify.annotations.NullMarked;
