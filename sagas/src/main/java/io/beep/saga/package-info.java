/**
 * Processes that cross aggregates. None is needed yet: a server with its owner and its channels
 * comes to be in one commit, and a registration is completed by identity. The first will be the
 * deletion of a server.
 */
@NullMarked
package io.beep.saga;

import org.jspecify.annotations.NullMarked;
