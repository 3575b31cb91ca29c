/** Rows about servers, roles and memberships. */
@NullMarked
package io.beep.readmodel.server;

import org.jspecify.annotations.NullMarked;
