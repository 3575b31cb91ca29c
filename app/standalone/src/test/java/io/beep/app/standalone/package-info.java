/** What an operator types, and what comes of it. */
@NullMarked
package io.beep.app.standalone;

import org.jspecify.annotations.NullMarked;
