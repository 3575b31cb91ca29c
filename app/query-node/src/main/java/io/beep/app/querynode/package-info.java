/** The process that answers queries. */
@NullMarked
package io.beep.app.querynode;

import org.jspecify.annotations.NullMarked;
