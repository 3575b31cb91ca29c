@NullMarked
package io.beep.app.operations;

import org.jspecify.annotations.NullMarked;
