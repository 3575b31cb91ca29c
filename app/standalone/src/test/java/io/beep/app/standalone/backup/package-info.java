/** Backups, and what must never be taken for one. */
@NullMarked
package io.beep.app.standalone.backup;

import org.jspecify.annotations.NullMarked;
