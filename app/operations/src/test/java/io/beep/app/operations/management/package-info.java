@NullMarked
package io.beep.app.operations.management;

import org.jspecify.annotations.NullMarked;
