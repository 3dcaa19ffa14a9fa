package org.shareexplorer.protocol;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shareexplorer.job.Job;
import org.shareexplorer.protocol.ListedAsset.Kind;

/**
 * Asks for what schemas hold beside tables. Most servers know nothing of it: one that says so is
 * not asked again. Thread-safe.
 */
final class AssetLists {

  private static final int[] UNKNOWN = {400, 404, 405, 501};

  private final Paths paths;
  private final Pages pages;
  private final Set<Kind> kinds = EnumSet.allOf(Kind.class);

  AssetLists(Paths paths, Pages pages) {
    this.paths = paths;
    this.pages = pages;
  }

  /** {@return what is in a schema, kind by kind, in the server's order} */
  List<ListedAsset> all(String share, String schema, Job job) {
    List<ListedAsset> all = new ArrayList<>();
    for (Kind kind : asked()) {
      Api.Ask ask =
          Api.Ask.get(
              paths.assets(share, schema, kind.path()),
              "The "
                  + kind.path()
                  + " of the schema "
                  + share
                  + "."
                  + schema
                  + " could not be listed.",
              "schema " + share + "." + schema);
      Optional<List<ListedAsset>> listed =
          pages.all(
              ask,
              job,
              node ->
                  Json.words(node, "name")
                      .map(name -> new ListedAsset(kind, name, Json.words(node, "comment"))),
              UNKNOWN);
      listed.ifPresentOrElse(all::addAll, () -> forget(kind));
    }
    return all;
  }

  private synchronized List<Kind> asked() {
    return List.copyOf(kinds);
  }

  private synchronized void forget(Kind kind) {
    kinds.remove(kind);
  }
}
