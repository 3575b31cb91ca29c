/**
 * The permission algebra against an oracle of its own, and by rules that must hold whatever it
 * says.
 */
@NullMarked
package io.beep.coreapi.shared.permission;

import org.jspecify.annotations.NullMarked;
