package io.beep.coreapi.shared;

import io.beep.coreapi.shared.permission.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permissions, all of them, that a command or query needs where it is carried out. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NeedsPermission {
  Permission[] value();
}
