package io.beep.architecture.catalog;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import io.beep.architecture.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the comments in the source say about classes and packages, as Markdown. */
final class Comments {

  /**
   * @param text all of it but the tags, in paragraphs
   * @param parameters what is said about each, by its name
   */
  record Comment(String text, Map<String, String> parameters) {
    static final Comment NONE = new Comment("", Map.of());

    String firstSentence() {
      int end = text.indexOf(". ");
      String sentence = end < 0 ? text : text.substring(0, end + 1);
      return sentence.lines().findFirst().orElse("");
    }
  }

  private final Map<String, Comment> comments = new HashMap<>();

  Comments(List<SourceFile> files) {
    files.forEach(this::read);
  }

  Comment of(Class<?> type) {
    return comments.getOrDefault(type.getName(), Comment.NONE);
  }

  Comment ofPackage(String name) {
    return comments.getOrDefault(name, Comment.NONE);
  }

  private void read(SourceFile file) {
    TreePath unit = new TreePath(file.tree());
    if (file.isPackageInfo()) {
      TreePath declared = new TreePath(unit, file.tree().getPackage());
      read(file, declared, String.valueOf(file.tree().getPackageName()));
    }
    for (Tree type : file.tree().getTypeDecls()) {
      if (type instanceof ClassTree declared) {
        read(file, new TreePath(unit, declared), file.tree().getPackageName() + ".", declared);
      }
    }
  }

  private void read(SourceFile file, TreePath path, String prefix, ClassTree type) {
    String name = prefix + type.getSimpleName();
    read(file, path, name);
    for (Tree member : type.getMembers()) {
      if (member instanceof ClassTree nested) {
        read(file, new TreePath(path, nested), name + "$", nested);
      }
    }
  }

  private void read(SourceFile file, TreePath path, String name) {
    DocCommentTree comment = file.docs().getDocCommentTree(path);
    if (comment != null) {
      comments.put(
          name,
          new Comment(
              markdown(comment.getFullBody(), name),
              comment.getBlockTags().stream()
                  .filter(ParamTree.class::isInstance)
                  .map(ParamTree.class::cast)
                  .collect(
                      Collectors.toMap(
                          tag -> tag.getName().toString(),
                          tag -> markdown(tag.getDescription(), name)))));
    }
  }

  private static String markdown(List<? extends DocTree> parts, String within) {
    String text = parts.stream().map(part -> markdown(part, within)).collect(Collectors.joining());
    return text.lines()
        .map(String::strip)
        .collect(Collectors.joining(" "))
        .replaceAll(" *¶ *", "\n\n")
        .replaceAll(" {2,}", " ")
        .strip();
  }

  private static String markdown(DocTree part, String within) {
    return switch (part) {
      case TextTree text -> text.getBody();
      case LiteralTree code when code.getKind() == DocTree.Kind.CODE ->
          "`" + code.getBody().getBody() + "`";
      case LiteralTree literal -> literal.getBody().getBody();
      case LinkTree link -> "`" + link.getReference().getSignature().replaceFirst("^#", "") + "`";
      case ValueTree value -> constant(value, within);
      case StartElementTree element when element.getName().contentEquals("p") -> "¶";
      case EntityTree entity when entity.getName().contentEquals("lt") -> "<";
      case EntityTree entity when entity.getName().contentEquals("gt") -> ">";
      default -> part.toString();
    };
  }

  /** What stands behind {@code {@value #NAME}}. */
  private static String constant(ValueTree value, String within) {
    String signature = value.getReference().getSignature();
    try {
      Object found = Class.forName(within).getField(signature.substring(1)).get(null);
      return String.valueOf(found);
    } catch (ReflectiveOperationException unknown) {
      throw new LinkageError("cannot read " + signature + " of " + within, unknown);
    }
  }
}
