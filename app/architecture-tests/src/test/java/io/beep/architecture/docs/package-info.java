/** What the documents say agrees with the code, and with one another. */
@NullMarked
package io.beep.architecture.docs;

import org.jspecify.annotations.NullMarked;
