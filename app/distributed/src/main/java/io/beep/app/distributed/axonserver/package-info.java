/**
 * Beep on Axon Server: commands, queries and events between processes, with the promises of the
 * standalone product. ADR 0012 tells how a command is carried out once, and why a node never
 * decides on what it does not know yet.
 */
@NullMarked
package io.beep.app.distributed.axonserver;

import org.jspecify.annotations.NullMarked;
