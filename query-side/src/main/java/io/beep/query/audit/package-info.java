/** Answers about what was done to a server, to those who may look into its audit log. */
@NullMarked
package io.beep.query.audit;

import org.jspecify.annotations.NullMarked;
