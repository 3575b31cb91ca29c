@NullMarked
package io.beep.identity.session;

import org.jspecify.annotations.NullMarked;
