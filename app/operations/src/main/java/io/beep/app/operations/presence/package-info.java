/** What both products keep of presence: what people chose, in the schema {@code gateway}. */
@NullMarked
package io.beep.app.operations.presence;

import org.jspecify.annotations.NullMarked;
