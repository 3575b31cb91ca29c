@NullMarked
package io.beep.identity.account;

import org.jspecify.annotations.NullMarked;
