package io.beep.architecture.catalog;

import com.tngtech.archunit.core.domain.JavaClass;
import io.beep.architecture.source.SourceFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where things stand, as links from a page of the catalog. */
final class Places {

  private static final String TO_ROOT = "../../";

  private final Map<String, Path> files;
  private final Map<Class<?>, String> pages;

  /**
   * @param pages the page of each class of core-api that has a section of its own
   */
  Places(List<SourceFile> files, Map<Class<?>, String> pages) {
    this.files =
        files.stream()
            .filter(file -> !file.isTest() && !file.isPackageInfo())
            .collect(Collectors.toMap(SourceFile::className, SourceFile::path));
    this.pages = Map.copyOf(pages);
  }

  /** A class by its name, with a link to its file. */
  String code(JavaClass type) {
    return "[`" + type.getSimpleName() + "`](" + source(type.getName()) + ")";
  }

  String code(Collection<JavaClass> types) {
    return types.stream().map(this::code).collect(Collectors.joining(", "));
  }

  String source(String className) {
    Path file = files.get(className);
    if (file == null) {
      throw new IllegalStateException("there is no file of " + className);
    }
    return TO_ROOT + file.toString().replace('\\', '/');
  }

  boolean hasSection(Class<?> type) {
    return pages.containsKey(type);
  }

  /**
   * A message or an answer by its name, with a link to its section.
   *
   * @param from the page that the link stands on
   */
  String section(Class<?> type, String from) {
    String page = pages.get(type);
    if (page == null) {
      return "`" + type.getSimpleName() + "`";
    }
    return "[`%s`](%s#%s)"
        .formatted(
            type.getSimpleName(),
            page.equals(from) ? "" : page + ".md",
            type.getSimpleName().toLowerCase(Locale.ROOT));
  }

  String sections(Collection<Class<?>> types, String from) {
    return types.stream().map(type -> section(type, from)).collect(Collectors.joining(", "));
  }
}
