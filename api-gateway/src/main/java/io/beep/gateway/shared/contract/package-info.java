/**
 * What clients may rely on, as documents for programs, made from the same declarations that routing
 * and reading go by.
 */
@NullMarked
package io.beep.gateway.shared.contract;

import org.jspecify.annotations.NullMarked;
