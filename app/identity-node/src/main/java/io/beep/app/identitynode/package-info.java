/** The process that signs people in, and up for the gateways. */
@NullMarked
package io.beep.app.identitynode;

import org.jspecify.annotations.NullMarked;
