/** Answers about servers. */
@NullMarked
package io.beep.query.server;

import org.jspecify.annotations.NullMarked;
