@NullMarked
package io.beep.app.operations.tracing;

import org.jspecify.annotations.NullMarked;
