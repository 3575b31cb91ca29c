/**
 * What is asked about permissions: why someone may do something or not, and what a change would do
 * to that.
 */
@NullMarked
package io.beep.coreapi.permission;

import org.jspecify.annotations.NullMarked;
