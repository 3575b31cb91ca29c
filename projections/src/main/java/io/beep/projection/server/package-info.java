/** Servers, roles and memberships. */
@NullMarked
package io.beep.projection.server;

import org.jspecify.annotations.NullMarked;
