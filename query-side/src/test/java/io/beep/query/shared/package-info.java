/** A read model to ask, and how it is asked. */
@NullMarked
package io.beep.query.shared;

import org.jspecify.annotations.NullMarked;
