/** How messages are stored and carried. */
@NullMarked
package io.beep.app.axon;

import org.jspecify.annotations.NullMarked;
