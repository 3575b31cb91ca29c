package io.beep.architecture.source;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in every package. */
final class PackageRules {

  private PackageRules() {}

  static List<SourceRule> all() {
    return List.of(
        new SourceRule(
            "package-info",
            "the first thing that a reader of a package needs is what it is for, and whether null"
                + " can be in it",
            PackageRules::faults,
            Map.of(
                "bare/src/main/java/a/Bare.java", "package a; class Bare {}",
                "mute/src/main/java/b/package-info.java", "@NullMarked package b;",
                "open/src/main/java/c/package-info.java", "/** What it is for. */ package c;"),
            Map.of(
                "good/src/main/java/d/Good.java", "package d; class Good {}",
                "good/src/main/java/d/package-info.java",
                    "/** What it is for. */ @NullMarked package d;",
                "good/src/test/java/d/package-info.java", "@NullMarked package d;",
                "good/src/main/java/e/empty/Above.java", "package e.empty; class Above {}",
                "good/src/main/java/e/empty/package-info.java",
                    "/** Another. */ @org.jspecify.annotations.NullMarked package e.empty;")));
  }

  private static Stream<String> faults(List<SourceFile> files) {
    Map<Path, List<SourceFile>> packages =
        files.stream()
            .collect(
                Collectors.groupingBy(SourceFile::directory, TreeMap::new, Collectors.toList()));
    return packages.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(SourceFile::isPackageInfo)
                    .findAny()
                    .map(PackageRules::faults)
                    .orElseGet(() -> Stream.of(entry.getKey() + " has no package-info")));
  }

  private static Stream<String> faults(SourceFile info) {
    boolean isMarked =
        info.tree().getPackageAnnotations().stream()
            .map(annotation -> annotation.getAnnotationType().toString())
            .anyMatch(name -> name.equals("NullMarked") || name.endsWith(".NullMarked"));
    Tree declared = info.tree().getPackage();
    String text = info.docs().getDocComment(new TreePath(new TreePath(info.tree()), declared));
    return Stream.of(
            isMarked ? "" : info.path() + " is not @NullMarked",
            !info.isTest() && (text == null || text.isBlank())
                ? info.path() + " does not tell a purpose"
                : "")
        .filter(fault -> !fault.isEmpty());
  }
}
