@NullMarked
package io.beep.app.projectionnode;

import org.jspecify.annotations.NullMarked;
