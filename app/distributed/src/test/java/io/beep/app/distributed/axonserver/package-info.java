/** What needs no Axon Server to be shown. */
@NullMarked
package io.beep.app.distributed.axonserver;

import org.jspecify.annotations.NullMarked;
