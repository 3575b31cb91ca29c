/**
 * Who may do what where. {@link io.beep.coreapi.shared.permission.Permissions#effective} is the one
 * place that decides; command-side, query-side, feed, search and media all ask it.
 */
@NullMarked
package io.beep.coreapi.shared.permission;

import org.jspecify.annotations.NullMarked;
