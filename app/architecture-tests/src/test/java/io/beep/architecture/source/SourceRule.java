package io.beep.architecture.source;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule about texts.
 *
 * @param because its reason
 * @param faults what is wrong with some files, a sentence each that names the file
 * @param bad files by their paths, each of which it must find wrong
 * @param good files by their paths that are as they should be
 */
record SourceRule(
    String name,
    String because,
    Function<List<SourceFile>, Stream<String>> faults,
    Map<String, String> bad,
    Map<String, String> good) {

  @Override
  public String toString() {
    return name;
  }
}
