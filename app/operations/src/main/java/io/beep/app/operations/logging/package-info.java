/**
 * What a node writes down: one JSON object a line, with level, timestamp, service, container and
 * message, and who and which request it was about wherever that is known. What was asked ({@code
 * access}), what counts as an act of somebody ({@code audit}) and what went wrong ({@code error})
 * have files of their own.
 */
@NullMarked
package io.beep.app.operations.logging;

import org.jspecify.annotations.NullMarked;
