/**
 * The rules that keep this code base what it is. Each gives its reason, and each has code under
 * {@code fixture} that it must reject: classes called {@code Bad…} must be found, classes called
 * {@code Good…} must not. A rule that matches nothing in the real code fails too.
 */
@NullMarked
package io.beep.architecture;

import org.jspecify.annotations.NullMarked;
