/**
 * The servers that the standalone product brings along: PostgreSQL and search as child processes,
 * the object store in this process. Each keeps its data in a directory of its own, listens on
 * 127.0.0.1 only, asks for a secret that stands in a file of that directory, and may be killed at
 * any moment, as may this process: nothing that was acknowledged is lost, and the next start finds
 * its data again.
 *
 * <p>Nothing here knows Spring. Every public server is {@link AutoCloseable}: whoever starts it
 * closes it.
 */
@NullMarked
package io.beep.app.embedded;

import org.jspecify.annotations.NullMarked;
