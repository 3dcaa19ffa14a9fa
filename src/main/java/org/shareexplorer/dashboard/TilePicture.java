package org.shareexplorer.dashboard;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.time.ZoneId;
import java.util.List;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartFonts;
import org.shareexplorer.chart.ChartPicture;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.problem.Problem;

/**
 * How a tile is drawn: a card with title, note, content, and what it stands on. Drawing needs no
 * display and may happen on any thread.
 *
 * @param tile the tile
 * @param outcome what came of asking for it
 * @param theme in which colours
 * @param zone for instants
 */
public record TilePicture(Tile tile, TileOutcome outcome, ChartTheme theme, ZoneId zone) {

  static final double INSIDE = 14;
  private static final Font TITLE = ChartFonts.TITLE.deriveFont(13f);
  private static final Font SMALL = ChartFonts.LABEL;
  private static final Font TEXT = ChartFonts.LABEL.deriveFont(13f);
  private static final Font LARGE = ChartFonts.TITLE.deriveFont(44f);

  /** Draws the tile as a card. */
  public void draw(Graphics2D g2, Rectangle2D area) {
    g2.setPaint(theme.background());
    var card =
        new RoundRectangle2D.Double(
            area.getX(), area.getY(), area.getWidth(), area.getHeight(), 16, 16);
    g2.fill(card);
    g2.setPaint(theme.line());
    g2.setStroke(new BasicStroke(1));
    g2.draw(card);
    Lettering words = new Lettering(g2);
    double x = area.getX() + INSIDE;
    double y = area.getY() + 11;
    double width = area.getWidth() - 2 * INSIDE;
    double bottom = area.getMaxY() - 10;
    if (!tile.heading().isBlank()) {
      words.line(tile.heading(), TITLE, theme.text(), x, y, width);
      y += words.height(TITLE);
    }
    if (!tile.note().isBlank()) {
      words.line(tile.note(), SMALL, theme.softText(), x, y, width);
      y += words.height(SMALL);
    }
    y += 6;
    switch (outcome) {
      case TileOutcome.Failed(Problem problem) ->
          words.wrapped(problem.sentence(), TEXT, theme.softText(), x, y, width, bottom);
      case TileOutcome.Answered(TileAnswer answer) -> {
        String standing = answer.standing();
        if (!standing.isBlank()) {
          bottom -= words.height(SMALL);
          words.line(standing, SMALL, theme.softText(), x, bottom, width);
          bottom -= 6;
        }
        content(g2, answer.shown(), new Rectangle2D.Double(x, y, width, bottom - y));
      }
    }
  }

  private void content(Graphics2D g2, Shown shown, Rectangle2D area) {
    switch (shown) {
      case Shown.Drawing(Chart chart) -> {
        if (area.getHeight() > 20) {
          Graphics2D inner = (Graphics2D) g2.create();
          inner.translate(area.getX(), area.getY());
          new ChartPicture(chart, theme).draw(inner, area.getWidth(), area.getHeight());
          inner.dispose();
        }
      }
      case Shown.Numbers numbers -> numbers(g2, TileTable.figures(numbers, zone), area);
      case Shown.Said(String text) ->
          new Lettering(g2)
              .wrapped(
                  text,
                  TEXT,
                  theme.text(),
                  area.getX(),
                  area.getY(),
                  area.getWidth(),
                  area.getMaxY());
      case Shown.Described _, Shown.Listed _ ->
          TileTable.of(shown, zone)
              .ifPresent(table -> new TablePicture(table, theme).draw(g2, area));
    }
  }

  private void numbers(Graphics2D g2, List<TileTable.Named> figures, Rectangle2D area) {
    Lettering words = new Lettering(g2);
    double widest =
        figures.stream().mapToDouble(each -> words.width(text(each), LARGE)).max().orElse(1);
    FigureRows stand =
        FigureRows.of(
            figures.size(),
            area.getWidth(),
            area.getHeight(),
            widest / LARGE.getSize2D(),
            words.height(LARGE) / LARGE.getSize2D(),
            words.height(TEXT),
            Math.clamp(area.getHeight() * 0.42, 14, LARGE.getSize2D()));
    Font font = LARGE.deriveFont((float) Math.max(11, stand.size()));
    double each = area.getWidth() / stand.columns();
    double row = area.getHeight() / stand.rows();
    double height = words.height(font) + words.height(TEXT);
    for (int i = 0; i < figures.size(); i++) {
      TileTable.Named named = figures.get(i);
      int line = i / stand.columns();
      double x = area.getX() + i % stand.columns() * each;
      double top = area.getY() + line * row;
      double y = top + Math.max(0, (row - height) / 2);
      Color colour = named.figure() == null ? theme.softText() : theme.stroke();
      words.line(text(named), font, colour, x, y, each - 8);
      words.line(named.name(), TEXT, theme.softText(), x, y + words.height(font), each - 12);
      if (i % stand.columns() > 0) {
        g2.setPaint(theme.line());
        g2.draw(new Line2D.Double(x - 12, top + 4, x - 12, top + row - 4));
      }
    }
  }

  private static String text(TileTable.Named named) {
    return named.figure() == null ? "–" : named.figure();
  }
}
