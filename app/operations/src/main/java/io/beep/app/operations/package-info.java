/**
 * What operators see of a node, whichever product it is part of. A product makes these parts and
 * hands them what it has; nothing here knows which product that is.
 */
@NullMarked
package io.beep.app.operations;

import org.jspecify.annotations.NullMarked;
