/**
 * The product that needs no server: PostgreSQL, search and object store run as its children, and
 * every module in its one process. Only here is it decided what is what; the modules do not know in
 * which product they run.
 */
@NullMarked
package io.beep.app.standalone;

import org.jspecify.annotations.NullMarked;
