@NullMarked
package io.beep.gateway.shared.limit;

import org.jspecify.annotations.NullMarked;
