/**
 * What happens to people as everyone may know them; credentials are not here, identity keeps them.
 */
@NullMarked
package io.beep.coreapi.user;

import org.jspecify.annotations.NullMarked;
