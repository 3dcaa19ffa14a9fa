package org.shareexplorer.dashboard;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shareexplorer.chart.ChartFonts;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.dashboard.Placement.Place;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;

/**
 * A dashboard with all that was asked for it. Immutable; drawing needs no display and may happen on
 * any thread.
 *
 * @param dashboard what is shown
 * @param outcomes what came of each tile
 * @param zone for instants
 */
public record PagePicture(Dashboard dashboard, List<TileOutcome> outcomes, ZoneId zone) {

  /** The page's width in points, margins and all. */
  public static final double WIDTH = 1_200;

  /** Around what stands on the page. */
  static final double MARGIN = 28;

  static final double HEADER = 70;

  static final PageMeasure MEASURE = new PageMeasure(WIDTH - 2 * MARGIN);

  private static final Font NAME = ChartFonts.TITLE.deriveFont(24f);
  private static final Font SOFT = ChartFonts.LABEL.deriveFont(12.5f);

  public PagePicture {
    outcomes = List.copyOf(outcomes);
    if (outcomes.size() != dashboard.tiles().size()) {
      throw new IllegalArgumentException("an outcome for each tile");
    }
  }

  /** {@return the versions of all tables that were read, in words; empty if none was} */
  public String versions() {
    return outcomes.stream()
        .flatMap(outcome ->
            outcome instanceof TileOutcome.Answered(TileAnswer answer)
                ? answer.tables().stream()
                : java.util.stream.Stream.empty())
        .map(UsedTable::text)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" · "));
  }

  /** {@return how many tiles there is nothing to see in} */
  public long failed() {
    return outcomes.stream().filter(TileOutcome.Failed.class::isInstance).count();
  }

  /**
   * Some of the rows, on a sheet of paper or a screen.
   *
   * @param from the first row
   * @param to the row after the last
   */
  record Sheet(int from, int to) {

    double height() {
      return 2 * MARGIN + (from == 0 ? HEADER : 0) + PageMeasure.height(to - from);
    }
  }

  /** {@return all of the page in one} */
  Sheet whole() {
    return new Sheet(0, Placement.of(dashboard.tiles()).rows());
  }

  /**
   * {@return the page in sheets of a height, none of which cuts a tile; a high tile's is higher}
   */
  List<Sheet> sheets(double height) {
    Placement placement = Placement.of(dashboard.tiles());
    List<Sheet> sheets = new ArrayList<>();
    int from = 0;
    int end = 0;
    for (int row = 1; row <= placement.rows(); row++) {
      int cut = row;
      if (placement.places().stream()
          .anyMatch(place -> place.row() < cut && cut < place.row() + place.height())) {
        continue;
      }
      if (new Sheet(from, row).height() > height && end > from) {
        sheets.add(new Sheet(from, end));
        from = end;
      }
      end = row;
    }
    if (end > from || sheets.isEmpty()) {
      sheets.add(new Sheet(from, end));
    }
    return List.copyOf(sheets);
  }

  /** Draws a sheet; between two tiles it can be cancelled. */
  void draw(Graphics2D g2, Sheet sheet, double height, ChartTheme theme, Job job) {
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g2.setPaint(theme.background());
    g2.fill(new Rectangle2D.Double(0, 0, WIDTH, height));
    double top = MARGIN;
    if (sheet.from() == 0) {
      Lettering words = new Lettering(g2);
      words.line(dashboard.name(), NAME, theme.text(), MARGIN, top - 4, MEASURE.width());
      words.line(versions(), SOFT, theme.softText(), MARGIN, top + 30, MEASURE.width());
      top += HEADER;
    }
    top -= PageMeasure.height(sheet.from()) + (sheet.from() == 0 ? 0 : PageMeasure.GAP);
    List<Place> places = Placement.of(dashboard.tiles()).places();
    for (int i = 0; i < places.size(); i++) {
      job.check();
      job.progress(Progress.of("Drawing tiles", i, places.size()));
      if (places.get(i).row() >= sheet.from() && places.get(i).row() < sheet.to()) {
        Rectangle2D area = MEASURE.area(places.get(i));
        area.setRect(area.getX() + MARGIN, area.getY() + top, area.getWidth(), area.getHeight());
        new TilePicture(dashboard.tiles().get(i), outcomes.get(i), theme, zone).draw(g2, area);
      }
    }
  }
}
