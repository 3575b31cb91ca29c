@NullMarked
package io.beep.app.embedded;

import org.jspecify.annotations.NullMarked;
