@NullMarked
package io.beep.app.operations.metrics;

import org.jspecify.annotations.NullMarked;
