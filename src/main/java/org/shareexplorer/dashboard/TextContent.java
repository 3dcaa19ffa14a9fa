package org.shareexplorer.dashboard;

/**
 * Words.
 *
 * @param text plain text; an empty line begins a paragraph
 */
public record TextContent(String text) implements Content {

  @Override
  public String title() {
    return "";
  }

  @Override
  public int usualWidth() {
    return 6;
  }

  @Override
  public int usualHeight() {
    return 2;
  }
}
