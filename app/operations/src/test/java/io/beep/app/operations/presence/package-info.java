@NullMarked
package io.beep.app.operations.presence;

import org.jspecify.annotations.NullMarked;
