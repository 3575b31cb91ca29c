/** What is asked about permissions: why someone may do something or not. */
@NullMarked
package io.beep.coreapi.permission;

import org.jspecify.annotations.NullMarked;
