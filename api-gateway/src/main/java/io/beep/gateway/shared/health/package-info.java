/** What probes and people are told of the node's health. The product knows it, not the gateway. */
@NullMarked
package io.beep.gateway.shared.health;

import org.jspecify.annotations.NullMarked;
