/** The people, browsers and connections that the tests speak in. */
@NullMarked
package io.beep.acceptance.shared;

import org.jspecify.annotations.NullMarked;
