package io.beep.acceptance.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of the {@link Beep} that all such tests share; its limits are off. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Beeps.class)
@DisabledIfSystemProperty(
    named = "beep.limits",
    matches = "on",
    disabledReason = "does more than the limits of this Beep allow")
public @interface OnBeep {}
