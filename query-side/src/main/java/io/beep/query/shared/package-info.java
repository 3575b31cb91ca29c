/** How the read model is asked, waited for, and kept from those who may not see it. */
@NullMarked
package io.beep.query.shared;

import org.jspecify.annotations.NullMarked;
