package io.beep.architecture.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** What tests are called and how they wait, and what no file may import. */
final class TestRules {

  private static final Set<String> TESTS =
      Set.of(
          "Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate", "ArchTest");

  private static final Pattern CLASS = Pattern.compile("\\w+(Test|IT|Contract|ArchTest|Bench)");
  private static final Pattern METHOD = Pattern.compile("should[A-Z]\\w*");
  private static final Pattern SLEEP =
      Pattern.compile("(java\\.lang\\.)?Thread\\.sleep|(\\w+\\.)*TimeUnit\\.[A-Z]+\\.sleep");

  /** Let time pass on purpose, and wait for nothing. */
  private static final Map<String, String> SLEEPERS =
      Map.of(
          "TinyBeep.java", "stands still, so that a load test has something to find",
          "Moments.java", "lets a fault or a load last");

  private TestRules() {}

  static List<SourceRule> all() {
    return List.of(names(), sleeps(), lombok());
  }

  private static SourceRule names() {
    return new SourceRule(
        "test-names",
        "the build runs what is called so, and a list of tests reads as what the code does",
        files -> files.stream().filter(SourceFile::isTest).flatMap(TestRules::nameFaults),
        Map.of(
            "src/test/java/a/Tests.java", "class Tests { @Test void shouldDo() {} }",
            "src/test/java/a/NameTest.java", "class NameTest { @Test void testName() {} }",
            "src/test/java/a/InnerTest.java",
                "class InnerTest { @Nested class Deep { @ParameterizedTest void does() {} } }",
            "src/test/java/a/WholeContract.java",
                "class WholeContract { @Test void shouldDo() {} }"),
        Map.of(
            "src/test/java/a/GoodTest.java",
                "class GoodTest { @Nested class WhenDeep { @Test void shouldDo() {} } }",
            "src/test/java/a/GoodIT.java", "class GoodIT { @RepeatedTest(2) void shouldDo() {} }",
            "src/test/java/a/GoodContract.java",
                "interface GoodContract { @Test default void shouldDo() {} }",
            "src/test/java/a/Fixture.java", "class Fixture { void testify() {} }"));
  }

  private static Stream<String> nameFaults(SourceFile file) {
    List<String> faults = new ArrayList<>();
    file.tree()
        .accept(
            new TreeScanner<@Nullable Void, List<ClassTree>>() {
              @Override
              public @Nullable Void visitClass(ClassTree type, List<ClassTree> around) {
                List<ClassTree> within = new ArrayList<>(around);
                within.add(type);
                return super.visitClass(type, within);
              }

              @Override
              public @Nullable Void visitMethod(MethodTree method, List<ClassTree> around) {
                if (method.getModifiers().getAnnotations().stream().anyMatch(TestRules::isTest)) {
                  faultsOf(method, around.getFirst())
                      .map(fault -> file.path() + ": " + fault)
                      .forEach(faults::add);
                }
                return super.visitMethod(method, around);
              }
            },
            List.of());
    return faults.stream();
  }

  private static boolean isTest(AnnotationTree annotation) {
    String name = annotation.getAnnotationType().toString();
    return TESTS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static Stream<String> faultsOf(MethodTree method, ClassTree outermost) {
    String type = outermost.getSimpleName().toString();
    List<String> faults = new ArrayList<>();
    if (!METHOD.matcher(method.getName()).matches()) {
      faults.add(method.getName() + " should begin with should");
    }
    if (!CLASS.matcher(type).matches()) {
      faults.add(type + " should end with Test, IT, Contract, ArchTest or Bench");
    }
    if (type.endsWith("Contract") && !isOpen(outermost)) {
      faults.add(type + " should be kept by those who implement it");
    }
    return faults.stream();
  }

  private static boolean isOpen(ClassTree type) {
    return type.getKind() == com.sun.source.tree.Tree.Kind.INTERFACE
        || type.getModifiers().getFlags().contains(Modifier.ABSTRACT);
  }

  private static SourceRule sleeps() {
    return new SourceRule(
        "sleeps",
        "a sleep is too short on a busy machine and too long on all others",
        files ->
            files.stream()
                .filter(SourceFile::isTest)
                .filter(file -> !SLEEPERS.containsKey(String.valueOf(file.path().getFileName())))
                .flatMap(TestRules::sleepsIn),
        Map.of(
            "src/test/java/a/SleepTest.java",
                "class SleepTest { void f() throws Exception { Thread.sleep(1); } }",
            "src/test/java/a/UnitTest.java",
                "class UnitTest { void f() throws Exception { TimeUnit.SECONDS.sleep(1); } }"),
        Map.of(
            "src/test/java/a/WaitTest.java",
                "class WaitTest { void f() { await().until(() -> true); } }",
            "src/main/java/a/Pause.java",
                "class Pause { void f() throws Exception { Thread.sleep(1); } }"));
  }

  private static Stream<String> sleepsIn(SourceFile file) {
    List<String> faults = new ArrayList<>();
    file.tree()
        .accept(
            new TreeScanner<@Nullable Void, @Nullable Void>() {
              @Override
              public @Nullable Void visitMethodInvocation(
                  MethodInvocationTree call, @Nullable Void unused) {
                if (SLEEP.matcher(call.getMethodSelect().toString()).matches()) {
                  faults.add(file.path() + ": " + call);
                }
                return super.visitMethodInvocation(call, null);
              }
            },
            null);
    return faults.stream();
  }

  private static SourceRule lombok() {
    return new SourceRule(
        "lombok",
        "what is compiled is what stands there, and records say the same in the language",
        files -> files.stream().flatMap(TestRules::lombokIn),
        Map.of("src/main/java/a/Bean.java", "import lombok.Data; @Data class Bean {}"),
        Map.of("src/main/java/a/Row.java", "import java.util.UUID; record Row(UUID id) {}"));
  }

  private static Stream<String> lombokIn(SourceFile file) {
    return file.tree().getImports().stream()
        .map(ImportTree::getQualifiedIdentifier)
        .map(Object::toString)
        .filter(name -> name.startsWith("lombok."))
        .map(name -> file.path() + " imports " + name);
  }
}
