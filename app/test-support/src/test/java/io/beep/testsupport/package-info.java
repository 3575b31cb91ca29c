@NullMarked
package io.beep.testsupport;

import org.jspecify.annotations.NullMarked;
