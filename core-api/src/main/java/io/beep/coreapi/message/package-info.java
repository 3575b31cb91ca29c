/** What happens to chat messages, and how they are read and found. */
@NullMarked
package io.beep.coreapi.message;

import org.jspecify.annotations.NullMarked;
