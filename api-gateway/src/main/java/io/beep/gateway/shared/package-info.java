/** What every feature of the edge is built from, one package per concern. */
@NullMarked
package io.beep.gateway.shared;

import org.jspecify.annotations.NullMarked;
