/**
 * Makes {@code docs/event-catalog} out of the code: the records of core-api with their comments,
 * the golden files, and who sends and handles what.
 */
@NullMarked
package io.beep.architecture.catalog;

import org.jspecify.annotations.NullMarked;
