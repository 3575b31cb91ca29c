@NullMarked
package io.beep.gateway.shared.web;

import org.jspecify.annotations.NullMarked;
