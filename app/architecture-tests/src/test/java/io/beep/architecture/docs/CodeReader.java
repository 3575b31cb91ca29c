package io.beep.architecture.docs;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Collects from files what {@link ProblemCodes} needs: who is called with what. */
final class CodeReader extends TreeScanner<@Nullable Void, @Nullable Void> {

  static final String CONSTRUCTOR = "<init>";

  /**
   * A method or a constructor.
   *
   * @param owner the simple name of its class
   */
  record Callable(String owner, String name, List<String> parameters, boolean isStatic) {}

  /**
   * @param receiver what stands before the dot, empty for nothing
   * @param within where the call stands; null outside of methods
   * @param around simple names of the classes that it stands in
   */
  record Call(
      String receiver,
      String name,
      List<ExpressionTree> arguments,
      @Nullable Callable within,
      List<String> around,
      String text) {}

  /** What a method {@code code()} returns. */
  record Returned(String owner, ExpressionTree value) {}

  final List<Callable> callables = new ArrayList<>();
  final List<Call> calls = new ArrayList<>();
  final List<Returned> returned = new ArrayList<>();

  /** Values of constants, by {@code Owner.NAME}. */
  final Map<String, String> constants = new HashMap<>();

  private final Deque<String> around = new ArrayDeque<>();
  private final Deque<Callable> within = new ArrayDeque<>();

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
    around.push(type.getSimpleName().toString());
    if (type.getKind() == Tree.Kind.RECORD) {
      callables.add(new Callable(owner(), CONSTRUCTOR, components(type), false));
    }
    super.visitClass(type, null);
    around.pop();
    return null;
  }

  private static List<String> components(ClassTree type) {
    return type.getMembers().stream()
        .filter(VariableTree.class::isInstance)
        .map(VariableTree.class::cast)
        .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
        .map(field -> field.getName().toString())
        .toList();
  }

  @Override
  public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
    if (variable.getInitializer() instanceof LiteralTree literal
        && literal.getValue() instanceof String text
        && variable.getModifiers().getFlags().contains(Modifier.STATIC)) {
      constants.put(owner() + "." + variable.getName(), text);
    }
    return super.visitVariable(variable, null);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
    Callable callable =
        new Callable(
            owner(),
            method.getName().toString(),
            method.getParameters().stream().map(one -> one.getName().toString()).toList(),
            method.getModifiers().getFlags().contains(Modifier.STATIC));
    callables.add(callable);
    within.push(callable);
    super.visitMethod(method, null);
    within.pop();
    return null;
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
    Callable method = within.peek();
    if (method != null
        && method.name().equals("code")
        && method.parameters().isEmpty()
        && (tree.getExpression() instanceof LiteralTree
            || tree.getExpression() instanceof BinaryTree)) {
      returned.add(new Returned(owner(), tree.getExpression()));
    }
    return super.visitReturn(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree created, @Nullable Void unused) {
    String name = last(created.getIdentifier().toString());
    add(name, CONSTRUCTOR, List.copyOf(created.getArguments()), created);
    return super.visitNewClass(created, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
    List<ExpressionTree> arguments = List.copyOf(call.getArguments());
    switch (call.getMethodSelect()) {
      case IdentifierTree name when name.getName().contentEquals("this") ->
          add(owner(), CONSTRUCTOR, arguments, call);
      case IdentifierTree name -> add("", name.getName().toString(), arguments, call);
      case MemberSelectTree select ->
          add(
              last(select.getExpression().toString()),
              select.getIdentifier().toString(),
              arguments,
              call);
      default -> {
        // Whatever else may stand there has no name.
      }
    }
    return super.visitMethodInvocation(call, null);
  }

  private void add(String receiver, String name, List<ExpressionTree> arguments, Tree tree) {
    calls.add(
        new Call(receiver, name, arguments, within.peek(), List.copyOf(around), tree.toString()));
  }

  private String owner() {
    String owner = around.peek();
    return owner == null ? "" : owner;
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
