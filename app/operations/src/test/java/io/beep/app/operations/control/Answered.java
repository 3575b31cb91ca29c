package io.beep.app.operations.control;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a command says. */
final class Answered implements ControlAnswer {

  private final List<String> lines = new ArrayList<>();
  private final List<String> progress = new ArrayList<>();

  @Override
  public void line(String text) {
    lines.add(text);
  }

  @Override
  public void progress(String text) {
    progress.add(text);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  List<String> progress() {
    return List.copyOf(progress);
  }
}
