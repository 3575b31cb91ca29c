/** The stream of all that happens, to those who may see it. */
@NullMarked
package io.beep.acceptance.feed;

import org.jspecify.annotations.NullMarked;
