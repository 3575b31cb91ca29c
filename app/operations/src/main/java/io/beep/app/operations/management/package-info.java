/** The door of the operator: what a node tells of itself, on an address that no user reaches. */
@NullMarked
package io.beep.app.operations.management;

import org.jspecify.annotations.NullMarked;
