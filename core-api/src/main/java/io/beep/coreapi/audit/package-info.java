/** The audit log of a server: who did what to what, when, how it stood before, and why. */
@NullMarked
package io.beep.coreapi.audit;

import org.jspecify.annotations.NullMarked;
