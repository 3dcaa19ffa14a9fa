package org.shareexplorer.ui.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shareexplorer.settings.OpenPages;
import org.shareexplorer.settings.OpenPages.OpenPage;
import org.shareexplorer.ui.fx.Background;

/** Brings pages back that were open when the window was closed. FX thread only. */
final class LeftPages {

  private final OpenPages file;
  private final Tabs tabs;
  private final Background background;
  private final Background.Latest saving;
  private final Map<String, Function<String, Optional<Page>>> kinds = new HashMap<>();
  private boolean restored;

  LeftPages(OpenPages file, Tabs tabs, Background background) {
    this.file = file;
    this.tabs = tabs;
    this.background = background;
    this.saving = background.latest();
    tabs.onChange(this::remember);
  }

  /** Says how pages of a kind are made of what was kept of them. */
  void kind(String kind, Function<String, Optional<Page>> made) {
    kinds.put(kind, made);
  }

  /** Puts the pages back, and that in front that was there, unless a table is by now. */
  void restore() {
    var _ =
        background.start(
            job -> file.read(),
            left -> {
              boolean elsewhere = tabs.front().get() != null;
              for (int i = 0; i < left.pages().size(); i++) {
                boolean front = i == left.front() && !elsewhere;
                page(left.pages().get(i)).map(tabs::add).filter(_ -> front).ifPresent(tabs::goTo);
              }
              restored = true;
            },
            problem -> restored = true);
  }

  private Optional<Page> page(OpenPage left) {
    return Optional.ofNullable(kinds.get(left.kind())).flatMap(made -> made.apply(left.text()));
  }

  private void remember() {
    if (restored) {
      OpenPages.Open now = tabs.kept();
      saving.start(
          job -> {
            synchronized (file) {
              // What was overtaken must not overwrite what is newer.
              job.check();
              file.remember(now);
            }
            return true;
          },
          done -> {},
          problem -> {});
    }
  }

  /** Notes them as they are at the end. */
  void end() {
    if (restored) {
      saving.cancel();
      synchronized (file) {
        file.remember(tabs.kept());
      }
    }
  }
}
