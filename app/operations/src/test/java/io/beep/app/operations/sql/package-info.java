@NullMarked
package io.beep.app.operations.sql;

import org.jspecify.annotations.NullMarked;
