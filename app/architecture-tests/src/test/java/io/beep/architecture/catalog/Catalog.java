package io.beep.architecture.catalog;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every page of the catalog. */
final class Catalog {

  static final String NOTICE = "<!-- Made of the code by `./beep catalog`. Do not edit. -->";

  private Catalog() {}

  /** The pages by their names. */
  static SortedMap<String, String> pages() {
    Knowledge knowledge = new Knowledge();
    SortedMap<String, String> pages = new TreeMap<>();
    pages.put("README.md", IndexPage.of(knowledge));
    for (Feature feature : knowledge.features()) {
      pages.put(feature.name() + ".md", FeaturePage.of(knowledge, feature));
    }
    if (!knowledge.answersOn(Knowledge.SHARED).isEmpty()) {
      pages.put(Knowledge.SHARED + ".md", FeaturePage.ofShared(knowledge));
    }
    return pages;
  }

  static String title(Feature feature) {
    return feature.name().substring(0, 1).toUpperCase(Locale.ROOT) + feature.name().substring(1);
  }
}
