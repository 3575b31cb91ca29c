/** Rows about channels and what they take and give. */
@NullMarked
package io.beep.readmodel.channel;

import org.jspecify.annotations.NullMarked;
