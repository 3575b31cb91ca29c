package io.beep.projection.shared.index;

import io.beep.projection.shared.Handling;
import io.beep.projection.shared.RebuildTarget;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An index of its own, to which the alias moves. When the process ends between the move and the end
 * of the transaction, the group goes on in the new index from where it is, which is right; the next
 * run finds that it serves and only tidies.
 */
public final class IndexTarget implements RebuildTarget {

  private final Handling handling;
  private final SearchIndexes indexes;
  private final String index;

  public IndexTarget(Handling handling, SearchIndexes indexes, String index) {
    this.handling = handling;
    this.indexes = indexes;
    this.index = index;
  }

  @Override
  public Handling handling() {
    return handling;
  }

  @Override
  public String place() {
    return index;
  }

  @Override
  public boolean exists() {
    return indexes.exists(index);
  }

  @Override
  public void create() {
    indexes.create(index);
    indexes.refreshNever(index);
  }

  @Override
  public void complete() {
    indexes.refreshAsUsual(index);
  }

  @Override
  public void swap(JdbcTemplate transaction, String serving, String building) {
    indexes.refresh(index);
    indexes.serve(index);
  }

  @Override
  public boolean isServing() {
    return indexes.isServing(index);
  }

  @Override
  public void tidy() {
    indexes.all().stream().filter(name -> !name.equals(index)).forEach(indexes::delete);
  }

  @Override
  public void discard() {
    indexes.delete(index);
  }
}
