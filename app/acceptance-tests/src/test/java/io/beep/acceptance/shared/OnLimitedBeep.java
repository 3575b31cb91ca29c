package io.beep.acceptance.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of a {@link Beep} that has its limits on. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Beeps.class)
@EnabledIf(
    value = "io.beep.acceptance.shared.Beeps#hasLimited",
    disabledReason = "the limits of this Beep are off")
public @interface OnLimitedBeep {}
