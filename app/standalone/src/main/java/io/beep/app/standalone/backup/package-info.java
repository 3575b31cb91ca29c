/**
 * Backups: one file with everything that cannot be built again, and the way back.
 *
 * <p>A backup is a ZIP file. Its last entry, {@code manifest.json}, lists all others with their
 * sizes and SHA-256, so that a file that was cut off or changed is never taken for one:
 *
 * <ul>
 *   <li>{@code database/<schema>/<table>.copy}: rows as {@code COPY} writes them, all tables of one
 *       snapshot. What projections write is left out, it follows from the events.
 *   <li>{@code objects/<n>.pack} and {@code objects/<n>.jsonl}: some thousand objects one after the
 *       other, and a line for each with its key, size, SHA-256 and type.
 *   <li>{@code FAILED}: in place of the rest, when the backup could not be made; says why.
 * </ul>
 */
@NullMarked
package io.beep.app.standalone.backup;

import org.jspecify.annotations.NullMarked;
