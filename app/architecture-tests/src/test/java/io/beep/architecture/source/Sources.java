package io.beep.architecture.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import io.beep.architecture.Codebase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Reads Java without compiling it. */
public final class Sources {

  private static final List<String> FOLDERS = List.of("src/main/java", "src/test/java");

  /** Code that is wrong on purpose. */
  private static final String FIXTURES = "io/beep/architecture/fixture/";

  private Sources() {}

  /** Every file of the project, read once. */
  public static List<SourceFile> ofProject() {
    return Project.FILES;
  }

  private static final class Project {
    private static final List<SourceFile> FILES = read(Codebase.directory());

    private static List<SourceFile> read(Path project) {
      return parse(project, modules(project).flatMap(Sources::files).toList());
    }
  }

  private static Stream<Path> modules(Path project) {
    return Stream.concat(children(project), children(project.resolve("app")))
        .filter(module -> Files.exists(module.resolve("pom.xml")))
        .flatMap(module -> FOLDERS.stream().map(module::resolve))
        .filter(Files::isDirectory);
  }

  private static Stream<Path> children(Path directory) {
    try (Stream<Path> children = Files.list(directory)) {
      return children.sorted().toList().stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().replace('\\', '/').contains(FIXTURES))
          .sorted()
          .toList()
          .stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<SourceFile> parse(Path project, Collection<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      return parse(
          compiler,
          manager,
          manager.getJavaFileObjectsFromPaths(files),
          file -> project.relativize(manager.asPath(file)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Files that are nowhere.
   *
   * @param texts by path
   */
  public static List<SourceFile> of(Map<String, String> texts) {
    List<JavaFileObject> files = new ArrayList<>();
    texts.forEach((path, text) -> files.add(new Text(path, text)));
    try {
      return parse(
          ToolProvider.getSystemJavaCompiler(),
          null,
          files,
          file -> Path.of(file.toUri().getPath().substring(1)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<SourceFile> parse(
      JavaCompiler compiler,
      @Nullable StandardJavaFileManager manager,
      Iterable<? extends JavaFileObject> files,
      Function<JavaFileObject, Path> path)
      throws IOException {
    JavacTask task =
        (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, files);
    DocTrees docs = DocTrees.instance(task);
    List<SourceFile> parsed = new ArrayList<>();
    for (CompilationUnitTree tree : task.parse()) {
      parsed.add(new SourceFile(path.apply(tree.getSourceFile()), tree, docs));
    }
    return parsed;
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String path, String text) {
      super(URI.create("text:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
