package io.beep.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.function.Predicate;

/** Which classes a rule is about. */
public final class Predicates {

  private Predicates() {}

  static DescribedPredicate<JavaClass> are(String description, Predicate<JavaClass> test) {
    return DescribedPredicate.describe("are " + description, test);
  }

  /** Whether the class is of one of these modules below {@code base}. */
  public static boolean isOfModule(JavaClass type, String base, String... modules) {
    return Arrays.stream(modules).anyMatch(module -> isBelow(type, base + "." + module));
  }

  public static boolean isBelow(JavaClass type, String base) {
    return type.getPackageName().equals(base) || type.getPackageName().startsWith(base + ".");
  }

  /** The class in whose file this one stands. */
  public static JavaClass topLevel(JavaClass type) {
    JavaClass top = type;
    while (top.getEnclosingClass().isPresent()) {
      top = top.getEnclosingClass().get();
    }
    return top;
  }
}
