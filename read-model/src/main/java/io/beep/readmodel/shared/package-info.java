/** What every group of projections keeps beside its rows: how far it is. */
@NullMarked
package io.beep.readmodel.shared;

import org.jspecify.annotations.NullMarked;
