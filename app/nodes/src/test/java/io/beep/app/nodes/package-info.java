/** What holds for every product that carries out commands, and what only two nodes can show. */
@NullMarked
package io.beep.app.nodes;

import org.jspecify.annotations.NullMarked;
