/**
 * What every feature of identity stands on: its database, an account as the others may see it, and
 * how\n * a refusal is answered.
 */
@NullMarked
package io.beep.identity.shared;

import org.jspecify.annotations.NullMarked;
