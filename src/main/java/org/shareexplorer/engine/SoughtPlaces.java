package org.shareexplorer.engine;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;

/** Places of rows that most callers only ask about: looked for when somebody wants to know them. */
final class SoughtPlaces implements RowPlaces {

  private final Supplier<RowPlaces> seeking;
  private @Nullable RowPlaces found;

  /**
   * @param seeking finds them; may block
   */
  SoughtPlaces(Supplier<RowPlaces> seeking) {
    this.seeking = seeking;
  }

  private synchronized RowPlaces found() {
    RowPlaces known = found;
    if (known == null) {
      known = seeking.get();
      found = known;
    }
    return known;
  }

  @Override
  public synchronized OptionalLong known() {
    return found == null ? OptionalLong.empty() : found.known();
  }

  @Override
  public long count() {
    return found().count();
  }

  @Override
  public List<Slice> slices(long first, int count, Job job) {
    return found().slices(first, count, job);
  }
}
