@NullMarked
package io.beep.app.operations.logging;

import org.jspecify.annotations.NullMarked;
