@NullMarked
package io.beep.app.operations.control;

import org.jspecify.annotations.NullMarked;
