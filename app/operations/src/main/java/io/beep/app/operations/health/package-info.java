/**
 * Whether a node can do its work. Every part is looked at again and again in the background, so
 * that whoever asks is answered out of memory: a question costs nothing and cannot pile up.
 */
@NullMarked
package io.beep.app.operations.health;

import org.jspecify.annotations.NullMarked;
