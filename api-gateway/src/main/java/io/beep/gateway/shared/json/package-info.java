/**
 * JSON at the edge: what comes in is taken strictly as it stands or refused, what goes out has ids
 * as bare strings, times in ISO 8601 UTC, and no nulls.
 */
@NullMarked
package io.beep.gateway.shared.json;

import org.jspecify.annotations.NullMarked;
