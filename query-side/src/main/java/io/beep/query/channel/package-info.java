/** Answers about single channels; lists of them come with their server. */
@NullMarked
package io.beep.query.channel;

import org.jspecify.annotations.NullMarked;
