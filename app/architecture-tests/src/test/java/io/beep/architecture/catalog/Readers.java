package io.beep.architecture.catalog;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.util.TreeScanner;
import io.beep.architecture.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who picks events out of others by their type, instead of having them handed over. */
final class Readers {

  private final Map<String, Set<String>> readers = new HashMap<>();

  Readers(List<SourceFile> files) {
    for (SourceFile file : files) {
      file.tree().accept(new Patterns(file.className()), null);
    }
  }

  /** Names of the classes, in order. */
  Set<String> of(Class<?> event) {
    return readers.getOrDefault(event.getSimpleName(), Set.of());
  }

  private final class Patterns extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final String className;

    Patterns(String className) {
      this.className = className;
    }

    @Override
    public @Nullable Void visitBindingPattern(BindingPatternTree pattern, @Nullable Void unused) {
      add(String.valueOf(pattern.getVariable().getType()));
      return super.visitBindingPattern(pattern, null);
    }

    @Override
    public @Nullable Void visitDeconstructionPattern(
        DeconstructionPatternTree pattern, @Nullable Void unused) {
      add(pattern.getDeconstructor().toString());
      return super.visitDeconstructionPattern(pattern, null);
    }

    @Override
    public @Nullable Void visitInstanceOf(InstanceOfTree test, @Nullable Void unused) {
      add(String.valueOf(test.getType()));
      return super.visitInstanceOf(test, null);
    }

    private void add(String type) {
      readers.computeIfAbsent(type, _ -> new TreeSet<>()).add(className);
    }
  }
}
