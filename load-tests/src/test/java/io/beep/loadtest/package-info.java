/** Tests of the load generator: a figure is worth no more than the program that took it. */
@NullMarked
package io.beep.loadtest;

import org.jspecify.annotations.NullMarked;
