package io.beep.acceptance.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names, labels and values that a node told Prometheus. */
final class Scrape {

  private static final Pattern SERIES =
      Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)(=~|!~|!=|=)\"([^\"]*)\"");
  private static final Pattern METRIC =
      Pattern.compile("\\b((?:beep|jvm|process|disk|hikaricp|r2dbc|system)_\\w+)(?:\\{([^}]*)})?");
  private static final Pattern BY = Pattern.compile("\\bby \\(([^)]*)\\)");

  /** Prometheus adds the one, and each bucket has the other. */
  private static final Set<String> ALWAYS = Set.of("instance", "le");

  /** The values of each label of each series. */
  private final Map<String, Map<String, Set<String>>> series = new HashMap<>();

  private Scrape() {}

  static Scrape of(String text) {
    Scrape scrape = new Scrape();
    Matcher line = SERIES.matcher(text);
    while (line.find()) {
      Map<String, Set<String>> labels =
          scrape.series.computeIfAbsent(line.group(1), _ -> new HashMap<>());
      if (line.group(2) != null) {
        Matcher label = LABEL.matcher(line.group(2));
        while (label.find()) {
          labels.computeIfAbsent(label.group(1), _ -> new HashSet<>()).add(label.group(3));
        }
      }
    }
    return scrape;
  }

  /** What an expression of PromQL asks for in vain. */
  List<String> missingFor(String expression) {
    List<String> missing = new ArrayList<>();
    Set<String> known = new HashSet<>(ALWAYS);
    Matcher metric = METRIC.matcher(expression);
    while (metric.find()) {
      Map<String, Set<String>> labels = series.get(metric.group(1));
      if (labels == null) {
        missing.add(metric.group(1));
        continue;
      }
      known.addAll(labels.keySet());
      if (metric.group(2) != null) {
        missing.addAll(missingLabels(metric.group(1), metric.group(2), labels));
      }
    }
    Matcher by = BY.matcher(expression);
    while (by.find()) {
      for (String label : by.group(1).split(", *")) {
        if (!known.contains(label)) {
          missing.add("by " + label);
        }
      }
    }
    return missing;
  }

  private static List<String> missingLabels(
      String metric, String matchers, Map<String, Set<String>> labels) {
    List<String> missing = new ArrayList<>();
    Matcher matcher = LABEL.matcher(matchers);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (ALWAYS.contains(name)) {
        continue;
      }
      Set<String> values = labels.get(name);
      if (values == null) {
        missing.add(metric + "{" + name + "}");
      } else if (matcher.group(2).equals("=") && !values.contains(matcher.group(3))) {
        missing.add(metric + "{" + name + "=\"" + matcher.group(3) + "\"}");
      }
    }
    return missing;
  }
}
