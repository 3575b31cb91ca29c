@NullMarked
package io.beep.app.operations.health;

import org.jspecify.annotations.NullMarked;
