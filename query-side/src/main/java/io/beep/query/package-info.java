/**
 * Answers to every query of core-api, read from the read model by R2DBC and from the search index.
 * Whoever may not know of a thing gets the answer of whoever asks for what is not there.
 */
@NullMarked
package io.beep.query;

import org.jspecify.annotations.NullMarked;
