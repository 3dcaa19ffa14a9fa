package org.shareexplorer.ui.chart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartPicture;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.export.ChartImage;
import org.shareexplorer.job.Running;
import org.shareexplorer.job.Work;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.fx.Desktop.FileKind;
import org.shareexplorer.ui.fx.Ui;

/** Copies and saves charts, off the FX thread, and tells how it went. FX thread only. */
final class TakeAlong {

  /** Folders have room for names of so many letters in any script. */
  private static final int LONGEST_NAME = 60;

  private final Ui ui;
  private final Consumer<String> say;

  /** Tells in sentences how it went. */
  TakeAlong(Ui ui, Consumer<String> say) {
    this.ui = ui;
    this.say = say;
  }

  /** Puts a chart's image on the clipboard. */
  void copy(ChartCard card) {
    if (card.state().get() instanceof CardState.Ready ready) {
      ChartImage image = image(card, ready.chart());
      start(
          "Drawing the image",
          _ -> FxImages.of(image.pixels()),
          copied -> {
            ui.desktop().copy(copied);
            say.accept("The image is on the clipboard.");
          });
    }
  }

  /** Asks where to, and saves a chart there as PNG. */
  void savePng(ChartCard card) {
    save(card, new FileKind("PNG image", "*.png"), ".png");
  }

  /** Asks where to, and saves a chart there as SVG. */
  void saveSvg(ChartCard card) {
    save(card, new FileKind("SVG image", "*.svg"), ".svg");
  }

  /** Asks where to, and saves a chart there as PDF. */
  void savePdf(ChartCard card) {
    save(card, new FileKind("PDF document", "*.pdf"), ".pdf");
  }

  private void save(ChartCard card, FileKind kind, String ending) {
    if (!(card.state().get() instanceof CardState.Ready ready)) {
      return;
    }
    String name = ready.chart().spec().title().replaceAll("[^\\p{L}\\p{N}_ -]+", "_");
    ui.desktop()
        .chooseSave(
            "Save the chart",
            name.substring(0, Math.min(name.length(), LONGEST_NAME)).strip() + ending,
            List.of(kind))
        .ifPresent(chosen -> {
          Path file =
              chosen.toString().toLowerCase(java.util.Locale.ROOT).endsWith(ending)
                  ? chosen
                  : Path.of(chosen + ending);
          if (!file.equals(chosen) && Files.exists(file)) {
            // What was asked about was another name.
            say.accept(
                file.getFileName()
                    + " is there already. Choose it by its whole name to write it anew.");
            return;
          }
          ChartImage image = image(card, ready.chart());
          start(
              "Writing " + file.getFileName(),
              job -> {
                image.save(file, job);
                return file;
              },
              saved -> say.accept("Saved as " + saved.getFileName() + "."));
        });
  }

  private <T> void start(String words, Work<T> work, Consumer<T> then) {
    say.accept("");
    Running<T> running = ui.background().start(work, then, this::tell);
    ui.background().underWay().tell(words, running, running::cancel);
  }

  /** What is on the screen: the part of the axis that is shown there. */
  private ChartImage image(ChartCard card, Chart chart) {
    return new ChartImage(
        new ChartPicture(chart, ChartTheme.of(ui.dark().get()), true, card.zoom()));
  }

  private void tell(Problem problem) {
    say.accept(problem.sentence());
  }
}
