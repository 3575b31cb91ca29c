/** How Axon is put together: buses, serializer, aggregates, processors. */
@NullMarked
package io.beep.app.axon;

import org.jspecify.annotations.NullMarked;
