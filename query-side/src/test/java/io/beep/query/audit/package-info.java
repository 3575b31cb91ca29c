/** Who is told what of an audit log. */
@NullMarked
package io.beep.query.audit;

import org.jspecify.annotations.NullMarked;
