/** The audit log, as one sees it from outside. */
@NullMarked
package io.beep.acceptance.audit;

import org.jspecify.annotations.NullMarked;
