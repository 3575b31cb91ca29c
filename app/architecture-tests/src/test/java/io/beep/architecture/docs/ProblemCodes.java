package io.beep.architecture.docs;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import io.beep.architecture.docs.CodeReader.Call;
import io.beep.architecture.docs.CodeReader.Callable;
import io.beep.architecture.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every code of a problem that the code can make. Begins with what takes a parameter {@code code}
 * or answers one, and follows parameters from call to call until it comes to texts.
 */
final class ProblemCodes {

  /**
   * A parameter that becomes a code.
   *
   * @param suffix what is put behind it
   */
  private record Sink(Callable callable, int index, String suffix) {}

  private final CodeReader reader = new CodeReader();
  private final Set<String> codes = new TreeSet<>();
  private final List<String> unclear = new ArrayList<>();

  private ProblemCodes(List<SourceFile> files) {
    files.forEach(file -> file.tree().accept(reader, null));
  }

  /** Reads them out of files. */
  static ProblemCodes of(List<SourceFile> files) {
    ProblemCodes found = new ProblemCodes(files);
    found.follow();
    return found;
  }

  Set<String> codes() {
    return codes;
  }

  /** Calls that put a code together, so that nobody who searches for it finds it. */
  List<String> unclear() {
    return unclear;
  }

  private void follow() {
    Set<Sink> known = new HashSet<>();
    Deque<Sink> open = new ArrayDeque<>(firstSinks());
    while (!open.isEmpty()) {
      Sink sink = open.pop();
      if (known.add(sink)) {
        reader.calls.stream()
            .filter(call -> isOf(call, sink.callable()))
            .forEach(call -> read(call.arguments().get(sink.index()), call, sink, open));
      }
    }
  }

  private List<Sink> firstSinks() {
    List<Sink> sinks = new ArrayList<>();
    for (Callable callable : reader.callables) {
      int index = callable.parameters().indexOf("code");
      if (index >= 0) {
        sinks.add(new Sink(callable, index, ""));
      }
    }
    for (CodeReader.Returned code : reader.returned) {
      if (code.value() instanceof LiteralTree literal
          && literal.getValue() instanceof String text) {
        codes.add(text);
      } else if (code.value() instanceof BinaryTree sum
          && sum.getRightOperand() instanceof LiteralTree suffix
          && suffix.getValue() instanceof String text) {
        sinks.addAll(componentSinks(code.owner(), sum.getLeftOperand().toString(), text));
      }
    }
    return sinks;
  }

  private List<Sink> componentSinks(String owner, String component, String suffix) {
    return reader.callables.stream()
        .filter(callable -> callable.owner().equals(owner))
        .filter(callable -> callable.name().equals(CodeReader.CONSTRUCTOR))
        .filter(callable -> callable.parameters().contains(component))
        .map(callable -> new Sink(callable, callable.parameters().indexOf(component), suffix))
        .toList();
  }

  private static boolean isOf(Call call, Callable callable) {
    if (!call.name().equals(callable.name())
        || call.arguments().size() != callable.parameters().size()) {
      return false;
    }
    return call.receiver().equals(callable.owner())
        || (call.receiver().isEmpty()
            ? call.around().contains(callable.owner())
            : !callable.isStatic() && !callable.name().equals(CodeReader.CONSTRUCTOR));
  }

  private void read(ExpressionTree argument, Call call, Sink sink, Deque<Sink> open) {
    switch (argument) {
      case LiteralTree literal when literal.getValue() instanceof String text ->
          codes.add(text + sink.suffix());
      case ParenthesizedTree inner -> read(inner.getExpression(), call, sink, open);
      case ConditionalExpressionTree choice -> {
        read(choice.getTrueExpression(), call, sink, open);
        read(choice.getFalseExpression(), call, sink, open);
      }
      case BinaryTree _ -> unclear.add(call.text());
      case IdentifierTree name -> readName(name.getName().toString(), call, sink, open);
      case MemberSelectTree constant -> readConstant(constant.toString(), sink);
      default -> {
        // The code of another problem, which is read where that one is made.
      }
    }
  }

  private void readName(String name, Call call, Sink sink, Deque<Sink> open) {
    Callable within = call.within();
    if (within != null && within.parameters().contains(name)) {
      open.push(new Sink(within, within.parameters().indexOf(name), sink.suffix()));
    } else {
      call.around().forEach(owner -> readConstant(owner + "." + name, sink));
    }
  }

  private void readConstant(String name, Sink sink) {
    String value = reader.constants.get(name);
    if (value != null) {
      codes.add(value + sink.suffix());
    }
  }
}
