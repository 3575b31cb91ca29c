package io.beep.acceptance.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that starts, ends and kills Beeps, and so needs some of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Beeps.class)
@DisabledIfSystemProperty(
    named = "beep.url",
    matches = ".+",
    disabledReason = "a Beep that runs elsewhere is not ours to start and end")
public @interface OnOwnBeep {}
