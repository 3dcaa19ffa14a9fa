package org.shareexplorer.ui.updates;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.settings.UpdateWishes;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.preferences.Remembered;
import org.shareexplorer.workspace.release.Release;
import org.shareexplorer.workspace.release.Releases;

/**
 * When to ask for a newer version, and whether to tell of it. Holds no controls; FX thread only.
 */
public final class UpdateChecks {

  private final Releases releases;
  private final Remembered remembered;
  private final Background.Latest asking;
  private final InstantSource clock;

  /** Asks as the preferences say. */
  public UpdateChecks(Ui ui, Remembered remembered, InstantSource clock) {
    this.releases = ui.workspace().releases();
    this.remembered = remembered;
    this.asking = ui.background().latest();
    this.clock = clock;
  }

  /** {@return where to ask: the address chosen, or the build's own; empty if there is none} */
  String address() {
    return wishes().address().orElseGet(releases::usual);
  }

  /** {@return the version in use} */
  String version() {
    return releases.version();
  }

  /**
   * Asks if that is allowed and was not done today. Faults are passed over: nobody waits for the
   * answer.
   *
   * @param newer gets a version that is newer and not to be skipped
   */
  public void daily(Consumer<Release> newer) {
    if (!wishes().due(clock.instant())) {
      return;
    }
    ask(
        found ->
            found
                .filter(release -> !wishes().skipped().equals(Optional.of(release.number().text())))
                .ifPresent(newer),
        problem -> {});
  }

  /**
   * Asks because a person said so.
   *
   * @param found gets the newer version, if there is one, also one to be skipped
   */
  void now(Consumer<Optional<Release>> found, Consumer<Problem> wrong) {
    ask(found, wrong);
  }

  private void ask(Consumer<Optional<Release>> found, Consumer<Problem> wrong) {
    String address = address();
    if (address.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    remembered.change(p -> p.withUpdates(p.updates().withAsked(now)));
    asking.start(
        job -> Optional.of(releases.newest(address, job)).filter(releases::newer), found, wrong);
  }

  /** Tells no more of a version. */
  void skip(Release release) {
    remembered.change(p -> p.withUpdates(p.updates().withSkipped(release.number().text())));
  }

  private UpdateWishes wishes() {
    return remembered.get().updates();
  }
}
