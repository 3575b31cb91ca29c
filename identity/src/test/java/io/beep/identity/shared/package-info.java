@NullMarked
package io.beep.identity.shared;

import org.jspecify.annotations.NullMarked;
