/** Servers, who is in them, and how they are found. */
@NullMarked
package io.beep.acceptance.server;

import org.jspecify.annotations.NullMarked;
