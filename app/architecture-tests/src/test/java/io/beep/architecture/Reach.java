package io.beep.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a method runs, as far as its code tells. Lambdas count as run where they stand; behind an
 * interface the trail ends.
 */
public final class Reach {

  private Reach() {}

  /** The method, and all that it calls below {@code base}, however far. */
  public static Set<JavaCodeUnit> from(JavaCodeUnit start, String base) {
    Set<JavaCodeUnit> reached = new LinkedHashSet<>();
    Deque<JavaCodeUnit> open = new ArrayDeque<>(Set.of(start));
    while (!open.isEmpty()) {
      JavaCodeUnit unit = open.pop();
      if (reached.add(unit)) {
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
          if (access instanceof JavaCodeUnitAccess<?> call
              && Predicates.isBelow(call.getTargetOwner(), base)) {
            call.getTarget().resolveMember().ifPresent(open::push);
          }
        }
      }
    }
    return reached;
  }
}
