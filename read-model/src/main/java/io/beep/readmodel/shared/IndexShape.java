package io.beep.readmodel.shared;

/** A search index: what it is called, and what is in it. */
public final class IndexShape {

  private final String alias;
  private final String index;
  private final String refreshInterval;

  /**
   * @param alias under which it is written and read; the index behind it bears a version, and a
   *     number when it was rebuilt
   * @param index the first of this version
   * @param refreshInterval so soon what was written is found; as in its definition
   */
  public IndexShape(String alias, String index, String refreshInterval) {
    this.alias = alias;
    this.index = index;
    this.refreshInterval = refreshInterval;
  }

  public String alias() {
    return alias;
  }

  public String index() {
    return index;
  }

  public String refreshInterval() {
    return refreshInterval;
  }

  /** The class path resource, JSON, with which the index is made. */
  public String definition() {
    return "/search/" + index + ".json";
  }
}
