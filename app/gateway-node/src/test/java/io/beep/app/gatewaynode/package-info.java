/** Two gateways beside each other, and a gateway beside an identity node. */
@NullMarked
package io.beep.app.gatewaynode;

import org.jspecify.annotations.NullMarked;
