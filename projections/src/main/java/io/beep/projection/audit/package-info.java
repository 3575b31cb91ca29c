/**
 * Keeps the audit log: one row for each administrative act of a server, with how things stood
 * before and stand after it.
 */
@NullMarked
package io.beep.projection.audit;

import org.jspecify.annotations.NullMarked;
