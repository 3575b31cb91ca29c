/** What every feature speaks of: ids, the forms of messages, refusals, pages. */
@NullMarked
package io.beep.coreapi.shared;

import org.jspecify.annotations.NullMarked;
