@NullMarked
package io.beep.gateway.shared.security;

import org.jspecify.annotations.NullMarked;
