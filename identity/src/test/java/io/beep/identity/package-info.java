@NullMarked
package io.beep.identity;

import org.jspecify.annotations.NullMarked;
