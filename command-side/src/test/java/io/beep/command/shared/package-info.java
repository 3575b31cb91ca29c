/** Tests of what the features of command-side share. */
@org.jspecify.annotations.NullMarked
package io.beep.command.shared;
