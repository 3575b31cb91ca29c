/**
 * Tables of the read model ({@code db/read-model}, run by Flyway in a schema of its own) and the
 * rows that they hold.
 */
@NullMarked
package io.beep.readmodel;

import org.jspecify.annotations.NullMarked;
