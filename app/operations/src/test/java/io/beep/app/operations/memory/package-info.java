@NullMarked
package io.beep.app.operations.memory;

import org.jspecify.annotations.NullMarked;
