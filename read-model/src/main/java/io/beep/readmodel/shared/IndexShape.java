package io.beep.readmodel.shared;

/**
 * A search index: what it is called, and what is in it.
 *
 * @param alias under which it is written and read; the index behind it bears a version, and a
 *     number when it was rebuilt
 * @param index the first of this version
 * @param refreshInterval so soon what was written is found; as in its definition
 */
public record IndexShape(String alias, String index, String refreshInterval) {

  /** The class path resource, JSON, with which the index is made. */
  public String definition() {
    return "/search/" + index + ".json";
  }
}
