@NullMarked
package io.beep.identity.token;

import org.jspecify.annotations.NullMarked;
