/** What holds for every request: its form, its bounds, its refusals. */
@NullMarked
package io.beep.acceptance.http;

import org.jspecify.annotations.NullMarked;
