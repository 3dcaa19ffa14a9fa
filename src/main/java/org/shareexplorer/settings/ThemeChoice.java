package org.shareexplorer.settings;

/** Which theme a person wants. */
public enum ThemeChoice {
  /** As the desktop around the window. */
  SYSTEM,
  /** Always light. */
  LIGHT,
  /** Always dark. */
  DARK
}
