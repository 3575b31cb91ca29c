package io.beep.architecture.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import java.nio.file.Path;
import java.util.Collection;

/**
 * A file of Java as the compiler reads it.
 *
 * @param path within the project
 * @param docs gives the comments of this file's parts
 */
public record SourceFile(Path path, CompilationUnitTree tree, DocTrees docs) {

  /** The name of the class that the file is called after. */
  public String className() {
    return tree.getPackageName()
        + "."
        + String.valueOf(path.getFileName()).replaceFirst("\\.java$", "");
  }

  /** Whether it is compiled into no product. */
  public boolean isTest() {
    return path.toString().replace('\\', '/').contains("src/test/java");
  }

  public boolean isPackageInfo() {
    return path.endsWith("package-info.java");
  }

  /** Whether it is of one of these modules, by their folders. */
  public boolean isOfModule(Collection<String> modules) {
    return modules.stream().anyMatch(module -> path.startsWith(module));
  }

  Path directory() {
    Path parent = path.getParent();
    return parent == null ? Path.of("") : parent;
  }
}
