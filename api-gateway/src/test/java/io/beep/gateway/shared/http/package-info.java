@NullMarked
package io.beep.gateway.shared.http;

import org.jspecify.annotations.NullMarked;
