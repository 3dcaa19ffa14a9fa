package org.shareexplorer.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the application remembers of a person's wishes between starts.
 *
 * @param theme the theme wanted
 * @param zone the time zone in which instants are shown; the computer's own if empty
 * @param window where the window stood, if it was ever shown
 * @param sidebarWidth width of the sidebar
 * @param tabs the open tables, from left to right
 * @param frontTab the number of the tab in front, from 0; -1 for the start page
 * @param cacheBytes how much of the disk the cache may take; what is usual if empty
 * @param updates what to be told of newer versions
 */
public record Preferences(
    ThemeChoice theme,
    Optional<ZoneId> zone,
    Optional<WindowPlace> window,
    double sidebarWidth,
    List<OpenTab> tabs,
    int frontTab,
    OptionalLong cacheBytes,
    UpdateWishes updates) {

  /** What holds before anything was chosen. */
  public static final Preferences DEFAULT =
      new Preferences(
          ThemeChoice.SYSTEM,
          Optional.empty(),
          Optional.empty(),
          276,
          List.of(),
          -1,
          OptionalLong.empty(),
          UpdateWishes.NONE);

  /** {@return the zone to show instants in} */
  public ZoneId zoneOrOwn() {
    return zone.orElseGet(ZoneId::systemDefault);
  }

  /** {@return the same with another theme} */
  public Preferences withTheme(ThemeChoice other) {
    return new Preferences(other, zone, window, sidebarWidth, tabs, frontTab, cacheBytes, updates);
  }

  /** {@return the same with another zone; empty for the computer's own} */
  public Preferences withZone(Optional<ZoneId> other) {
    return new Preferences(theme, other, window, sidebarWidth, tabs, frontTab, cacheBytes, updates);
  }

  /** {@return the same with another place of the window and width of its sidebar} */
  public Preferences withWindow(WindowPlace place, double sidebar) {
    return new Preferences(
        theme, zone, Optional.of(place), sidebar, tabs, frontTab, cacheBytes, updates);
  }

  /** {@return the same with other tabs} */
  public Preferences withTabs(List<OpenTab> others, int front) {
    return new Preferences(
        theme, zone, window, sidebarWidth, List.copyOf(others), front, cacheBytes, updates);
  }

  /** {@return the same with another size of the cache; empty for the usual one} */
  public Preferences withCacheBytes(OptionalLong other) {
    return new Preferences(theme, zone, window, sidebarWidth, tabs, frontTab, other, updates);
  }

  /** {@return the same with other wishes about newer versions} */
  public Preferences withUpdates(UpdateWishes others) {
    return new Preferences(theme, zone, window, sidebarWidth, tabs, frontTab, cacheBytes, others);
  }
}
