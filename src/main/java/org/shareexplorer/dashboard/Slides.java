package org.shareexplorer.dashboard;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.shareexplorer.chart.ChartFonts;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.dashboard.PagePicture.Sheet;
import org.shareexplorer.job.Job;

/**
 * A dashboard as it is presented on a screen: the page, then tile by tile, each as large as there
 * is room, its letters too. Immutable; drawing may happen on any thread.
 *
 * @param page what is presented
 * @param width of the screen
 * @param height of the screen
 */
public record Slides(PagePicture page, double width, double height) {

  /** A tile alone is laid out as if the screen had so many points across, and then enlarged. */
  private static final double ALONE = 760;

  private static final double AROUND = 18;

  /** Two rows of charts on a slide are worth some margin beside them. */
  private static final double SQUEEZED = 1.12;

  private List<Sheet> sheets() {
    return page.sheets(PagePicture.WIDTH * height / width * SQUEEZED);
  }

  /** {@return how many there are; at least 1} */
  public int count() {
    return sheets().size() + page.dashboard().tiles().size();
  }

  /** {@return what is on a slide, in words} */
  public String title(int number) {
    int tile = number - sheets().size();
    if (tile < 0) {
      return page.dashboard().name();
    }
    String heading = page.dashboard().tiles().get(tile).heading();
    return heading.isBlank() ? "Tile " + (tile + 1) : heading;
  }

  /** Draws a slide that fills the screen; between two tiles it can be cancelled. */
  public void draw(Graphics2D g2, int number, ChartTheme theme, Job job) {
    List<Sheet> sheets = sheets();
    Color ground = theme.background();
    g2.setPaint(ground);
    g2.fill(new Rectangle2D.Double(0, 0, width, height));
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    Graphics2D inner = (Graphics2D) g2.create();
    if (number < sheets.size()) {
      Sheet sheet = sheets.get(number);
      double scale = Math.min(width / PagePicture.WIDTH, height / sheet.height());
      inner.translate((width - PagePicture.WIDTH * scale) / 2, 0);
      inner.scale(scale, scale);
      page.draw(inner, sheet, sheet.height(), theme, job);
    } else {
      int tile = number - sheets.size();
      double across = across(inner, tile, theme);
      double scale = width / across;
      inner.scale(scale, scale);
      Rectangle2D area =
          new Rectangle2D.Double(
              AROUND, AROUND, across - 2 * AROUND, height / scale - 2 * AROUND - 8);
      new TilePicture(
              page.dashboard().tiles().get(tile), page.outcomes().get(tile), theme, page.zone())
          .draw(inner, area);
    }
    inner.dispose();
    count(g2, number, theme);
  }

  /** Letters are as large as leaves room for all columns of a table, down to half their size. */
  private double across(Graphics2D g2, int tile, ChartTheme theme) {
    Optional<TablePicture> table =
        page.outcomes().get(tile) instanceof TileOutcome.Answered(TileAnswer answer)
            ? TileTable.of(answer.shown(), page.zone()).map(all -> new TablePicture(all, theme))
            : Optional.empty();
    double across = ALONE;
    while (table.isPresent()
        && across < 2 * ALONE
        && !table.get().wholeIn(across - 2 * (AROUND + TilePicture.INSIDE), g2)) {
      across *= 1.1;
    }
    return across;
  }

  private void count(Graphics2D g2, int number, ChartTheme theme) {
    double size = Math.max(10, height / 80);
    new Lettering(g2)
        .lineTo(
            number + 1 + " / " + count(),
            ChartFonts.LABEL.deriveFont((float) size),
            theme.softText(),
            width - size,
            height - size * 2,
            width);
  }
}
