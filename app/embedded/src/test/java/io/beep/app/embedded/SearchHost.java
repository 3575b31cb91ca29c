package io.beep.app.embedded;

import java.nio.file.Path;

/** A process that runs a search node, prints the node's process id, and waits to be killed. */
final class SearchHost {

  private SearchHost() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedSearch search =
        EmbeddedSearch.start(SearchOptions.of(Path.of(arguments[0]), TestFiles.SEARCH_JARS));
    System.out.println(search.pid());
    Thread.currentThread().join();
  }
}
