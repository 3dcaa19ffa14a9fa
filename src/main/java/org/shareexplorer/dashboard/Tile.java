package org.shareexplorer.dashboard;

/**
 * A part of a dashboard's page.
 *
 * @param title over it; blank for the content's own
 * @param note a few words below the title; may be blank
 * @param width in columns, of which a page has {@value #COLUMNS}; from {@value #NARROWEST}
 * @param height in rows; from 1 to {@value #HIGHEST}
 * @param content what it shows
 */
public record Tile(String title, String note, int width, int height, Content content) {

  /** The columns of a page. */
  public static final int COLUMNS = 12;

  /** The fewest columns that a tile can be read in. */
  public static final int NARROWEST = 2;

  /** The most rows that a tile has. */
  public static final int HIGHEST = 20;

  public Tile {
    if (width < NARROWEST || width > COLUMNS || height < 1 || height > HIGHEST) {
      throw new IllegalArgumentException(width + " columns, " + height + " rows");
    }
  }

  /** A tile of the usual size, with its content's own title. */
  public Tile(Content content) {
    this("", "", content.usualWidth(), content.usualHeight(), content);
  }

  /** A tile of the usual size. */
  public Tile(String title, Content content) {
    this(title, "", content.usualWidth(), content.usualHeight(), content);
  }

  /** {@return the title to show; may be blank} */
  public String heading() {
    return title.isBlank() ? content.title() : title;
  }

  /** {@return the same with another title and note} */
  public Tile named(String newTitle, String newNote) {
    return new Tile(newTitle, newNote, width, height, content);
  }

  /** {@return the same in another size, as near to the wanted one as can be} */
  public Tile sized(int columns, int rows) {
    return new Tile(
        title,
        note,
        Math.clamp(columns, NARROWEST, COLUMNS),
        Math.clamp(rows, 1, HIGHEST),
        content);
  }

  /** {@return the same with other content} */
  public Tile showing(Content other) {
    return new Tile(title, note, width, height, other);
  }
}
