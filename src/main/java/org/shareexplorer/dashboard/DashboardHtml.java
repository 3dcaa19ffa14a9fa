package org.shareexplorer.dashboard;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartPicture;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.dashboard.Placement.Place;
import org.shareexplorer.export.SvgDrawing;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;

/**
 * A dashboard as one page of HTML that needs nothing else: charts are drawings within, tables are
 * tables, and no script runs. Light or dark as the reader's system is; well-formed XML as well.
 */
final class DashboardHtml {

  private static final String STYLE =
      """
      :root{color-scheme:light dark;--bg:#fff;--line:#d9dee4;--fg:#1f2328;--soft:#59636e;--acc:#0b7a75;--bad:#b42318}
      @media (prefers-color-scheme:dark){:root{--bg:#0f1419;--line:#2b3540;--fg:#e6edf3;--soft:#9aa7b4;--acc:#3fb6ae;--bad:#ff7b72}}
      *{box-sizing:border-box}
      body{margin:0 auto;padding:28px;max-width:1600px;background:var(--bg);color:var(--fg);font:14px/1.45 Inter,"Helvetica Neue",Helvetica,Arial,sans-serif}
      h1{font-size:24px;margin:0 0 4px}
      header p{margin:0 0 18px;color:var(--soft)}
      main{display:grid;grid-template-columns:repeat(12,minmax(0,1fr));gap:14px}
      section{display:flex;flex-direction:column;border:1px solid var(--line);border-radius:8px;padding:12px 14px;min-width:0;overflow:hidden}
      h2{font-size:14px;margin:0 0 2px}
      .note,.standing{font-size:12px;color:var(--soft);margin:0}
      .standing{margin-top:auto;padding-top:8px}
      svg{display:block;width:100%;height:auto}
      .dark{display:none}
      @media (prefers-color-scheme:dark){.dark{display:block}.light{display:none}}
      .scroll{overflow:auto;margin-top:6px}
      table{border-collapse:collapse;width:100%;font-size:12.5px;font-variant-numeric:tabular-nums}
      th,td{padding:3px 9px;border-bottom:1px solid var(--line);text-align:left;white-space:nowrap}
      th{color:var(--soft)}
      .n{text-align:right}
      .null{color:var(--soft);font-style:italic}
      dl{display:flex;flex-wrap:wrap;gap:8px 36px;margin:auto 0}
      dl div{display:flex;flex-direction:column-reverse}
      dt{color:var(--soft)}
      dd{margin:0;font-size:34px;font-weight:600;color:var(--acc);line-height:1.15}
      .text{white-space:pre-line;margin:6px 0}
      .bad{color:var(--bad);margin:6px 0}
      details{margin-top:18px;color:var(--soft);font-size:12.5px}
      @media (max-width:800px){section{grid-column:1/-1!important;grid-row:auto!important}}
      @media print{section{break-inside:avoid}}
      """;

  private final PagePicture page;
  private final StringBuilder html = new StringBuilder();

  private DashboardHtml(PagePicture page) {
    this.page = page;
  }

  /** {@return a page of HTML} */
  static String of(PagePicture page, Job job) {
    DashboardHtml document = new DashboardHtml(page);
    document.write(job);
    return document.html.toString();
  }

  private void write(Job job) {
    String name = text(page.dashboard().name());
    html.append("<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\"><head>")
        .append("<meta charset=\"utf-8\"/>")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
        .append(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                + " 'unsafe-inline'\"/>")
        .append("<title>%s</title>\n<style>\n%s</style></head>\n<body>\n".formatted(name, STYLE))
        .append("<header><h1>%s</h1><p>%s</p></header>\n".formatted(name, text(page.versions())))
        .append("<main>\n");
    List<Place> places = Placement.of(page.dashboard().tiles()).places();
    for (int i = 0; i < places.size(); i++) {
      job.check();
      job.progress(Progress.of("Drawing tiles", i, places.size()));
      section(i, places.get(i));
    }
    html.append("</main>\n");
    definitions();
    html.append("</body></html>\n");
  }

  /** How figures are computed, once for all tiles of which the same holds. */
  private void definitions() {
    Map<String, List<String>> titles = new LinkedHashMap<>();
    for (Tile tile : page.dashboard().tiles()) {
      titles
          .computeIfAbsent(tile.content().definitions(), _ -> new ArrayList<>())
          .add(tile.heading());
    }
    titles.remove("");
    if (titles.isEmpty()) {
      return;
    }
    html.append("<details><summary>How the figures are computed</summary><ul>");
    titles.forEach((definitions, of) ->
        html.append(
            "<li><b>%s</b>: %s</li>".formatted(text(String.join(", ", of)), text(definitions))));
    html.append("</ul></details>\n");
  }

  private void section(int number, Place place) {
    Tile tile = page.dashboard().tiles().get(number);
    html.append(
        "<section style=\"grid-column:%d/span %d;grid-row:%d/span %d\">"
            .formatted(place.column() + 1, place.width(), place.row() + 1, place.height()));
    if (!tile.heading().isBlank()) {
      html.append("<h2>").append(text(tile.heading())).append("</h2>");
    }
    if (!tile.note().isBlank()) {
      html.append("<p class=\"note\">").append(text(tile.note())).append("</p>");
    }
    switch (page.outcomes().get(number)) {
      case TileOutcome.Failed(Problem problem) ->
          html.append("<p class=\"bad\">").append(text(problem.sentence())).append("</p>");
      case TileOutcome.Answered(TileAnswer answer) -> {
        shown(answer.shown(), "t" + number, PagePicture.MEASURE.area(place));
        if (!answer.standing().isBlank()) {
          html.append("<p class=\"standing\">").append(text(answer.standing())).append("</p>");
        }
      }
    }
    html.append("</section>\n");
  }

  private void shown(Shown shown, String mark, Rectangle2D area) {
    switch (shown) {
      case Shown.Drawing(Chart chart) -> {
        int width = (int) area.getWidth() - 28;
        int height = (int) Math.max(60, area.getHeight() - 78);
        html.append("<div class=\"light\">");
        drawing(chart, ChartTheme.LIGHT, width, height, mark + "l");
        html.append("</div><div class=\"dark\">");
        drawing(chart, ChartTheme.DARK, width, height, mark + "d");
        html.append("</div>");
      }
      case Shown.Numbers numbers -> {
        html.append("<dl>");
        for (TileTable.Named named : TileTable.figures(numbers, page.zone())) {
          html.append(
              "<div><dt>%s</dt><dd>%s</dd></div>"
                  .formatted(
                      text(named.name()), named.figure() == null ? "–" : text(named.figure())));
        }
        html.append("</dl>");
      }
      case Shown.Said(String words) ->
          html.append("<p class=\"text\">").append(text(words)).append("</p>");
      case Shown.Described _, Shown.Listed _ ->
          TileTable.of(shown, page.zone()).ifPresent(this::table);
    }
  }

  private void drawing(Chart chart, ChartTheme theme, int width, int height, String mark) {
    String svg =
        SvgDrawing.within(
            width, height, mark, g2 -> new ChartPicture(chart, theme).draw(g2, width, height));
    html.append(
        svg.replaceFirst(
            "<svg ",
            "<svg role=\"img\" aria-label=\"%s\" "
                .formatted(java.util.regex.Matcher.quoteReplacement(text(chart.description())))));
  }

  private void table(TileTable table) {
    html.append("<div class=\"scroll\"><table><thead><tr>");
    for (TileTable.Column column : table.columns()) {
      html.append(column.number() ? "<th class=\"n\">" : "<th>")
          .append(text(column.name()))
          .append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (List<@Nullable String> row : table.rows()) {
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        String cell = row.get(i);
        html.append(table.columns().get(i).number() ? "<td class=\"n\">" : "<td>")
            .append(cell == null ? "<span class=\"null\">null</span>" : text(cell))
            .append("</td>");
      }
      html.append("</tr>");
    }
    html.append("</tbody></table></div>");
  }

  /** What would be markup, or is no character of a document, is none in the page. */
  private static String text(String words) {
    StringBuilder safe = new StringBuilder();
    words
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> {
              boolean character =
                  c == '\n'
                      || c == '\t'
                      || (c >= 0x20 && c < 0xD800)
                      || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
              safe.appendCodePoint(character ? c : 0xFFFD);
            }
          }
        });
    return safe.toString();
  }
}
