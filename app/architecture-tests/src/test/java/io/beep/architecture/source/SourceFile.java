package io.beep.architecture.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import java.nio.file.Path;

/**
 * A file of Java as the compiler reads it.
 *
 * @param path within the project
 * @param docs gives the comments of this file's parts
 */
public record SourceFile(Path path, CompilationUnitTree tree, DocTrees docs) {

  /** Whether it is compiled into no product. */
  boolean isTest() {
    return path.toString().replace('\\', '/').contains("src/test/java");
  }

  boolean isPackageInfo() {
    return path.endsWith("package-info.java");
  }

  Path directory() {
    Path parent = path.getParent();
    return parent == null ? Path.of("") : parent;
  }
}
