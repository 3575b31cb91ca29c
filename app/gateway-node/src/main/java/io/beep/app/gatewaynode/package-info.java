/** The process that browsers and programs talk to. Any number stand side by side. */
@NullMarked
package io.beep.app.gatewaynode;

import org.jspecify.annotations.NullMarked;
