/** The process that writes the read model and the search index. Several share the work. */
@NullMarked
package io.beep.app.projectionnode;

import org.jspecify.annotations.NullMarked;
