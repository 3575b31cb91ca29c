package io.beep.architecture.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of Markdown, as a forge shows it. */
final class MarkdownFile {

  private static final Set<String> MADE_BY_TOOLS =
      Set.of("target", "node_modules", "dist", "build", "data", "test-results");

  private static final Pattern FENCED = Pattern.compile("(?ms)^ {0,3}(```|~~~).*?^ {0,3}\\1");
  private static final Pattern CODE = Pattern.compile("(`+)(.+?)\\1", Pattern.DOTALL);
  private static final Pattern LINK =
      Pattern.compile("]\\(\\s*<?([^\\s)>]+)>?(\\s+\"[^\"]*\")?\\s*\\)");
  private static final Pattern REFERENCE = Pattern.compile("(?m)^ {0,3}\\[[^]]+]:\\s+(\\S+)");
  private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6}\\s+(.+?)\\s*#*$");
  private static final Pattern ANCHOR = Pattern.compile("<a\\s+(?:id|name)=\"([^\"]+)\"");

  private final Path path;
  private final String text;

  private MarkdownFile(Path path, String text) {
    this.path = path;
    this.text = text;
  }

  static MarkdownFile read(Path path) {
    try {
      return new MarkdownFile(path, Files.readString(path));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Every page below the directory, without those that tools have put there. */
  static List<MarkdownFile> below(Path directory) {
    List<MarkdownFile> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = String.valueOf(folder.getFileName());
              boolean isOurs = !name.startsWith(".") && !MADE_BY_TOOLS.contains(name);
              return isOurs || folder.equals(directory)
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.toString().endsWith(".md")) {
                found.add(read(file));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return found;
  }

  @Override
  public String toString() {
    return path.toString();
  }

  Path path() {
    return path;
  }

  String text() {
    return text;
  }

  /** The links that lead nowhere, as they stand there. */
  Stream<String> brokenLinks() {
    return links().filter(link -> !leadsSomewhere(link));
  }

  /** The code that it shows in blocks of its own: of each, what stands between the fences. */
  Stream<String> blocks() {
    return FENCED
        .matcher(text)
        .results()
        .map(match -> match.group().lines().skip(1).toList())
        .map(lines -> String.join("\n", lines.subList(0, lines.size() - 1)));
  }

  /** The files that it links to, which are there. */
  Stream<Path> linkedFiles() {
    return links()
        .map(link -> path.resolveSibling(link.replaceFirst("#.*", "")))
        .filter(Files::isRegularFile);
  }

  /** What stands within {@code `…`}. */
  Set<String> code() {
    Set<String> found = new TreeSet<>();
    CODE.matcher(withoutFences()).results().map(match -> match.group(2)).forEach(found::add);
    return found;
  }

  List<String> headings() {
    return HEADING.matcher(withoutFences()).results().map(match -> match.group(1)).toList();
  }

  private Stream<String> links() {
    String plain =
        CODE.matcher(withoutFences()).replaceAll(match -> "x".repeat(match.group().length()));
    return Stream.concat(LINK.matcher(plain).results(), REFERENCE.matcher(plain).results())
        .map(match -> match.group(1))
        .filter(link -> !link.matches("[a-z][a-z+.-]*:.*"));
  }

  private String withoutFences() {
    return FENCED.matcher(text).replaceAll("");
  }

  private boolean leadsSomewhere(String link) {
    String[] parts =
        URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8).split("#", 2);
    Path target = parts[0].isEmpty() ? path : path.resolveSibling(parts[0]).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return parts.length == 1
        || !target.toString().endsWith(".md")
        || read(target).anchors().contains(parts[1]);
  }

  private Set<String> anchors() {
    Set<String> anchors = new TreeSet<>();
    ANCHOR.matcher(text).results().map(match -> match.group(1)).forEach(anchors::add);
    Map<String, Integer> used = new HashMap<>();
    for (String heading : headings()) {
      String slug = slug(heading);
      int times = used.merge(slug, 1, Integer::sum);
      anchors.add(times == 1 ? slug : slug + "-" + (times - 1));
    }
    return anchors;
  }

  /** The anchor that forges give a heading. */
  private static String slug(String heading) {
    return heading
        .replaceAll("]\\([^)]*\\)", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
