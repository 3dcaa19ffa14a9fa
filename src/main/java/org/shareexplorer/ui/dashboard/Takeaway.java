package org.shareexplorer.ui.dashboard;

import java.nio.file.Path;
import java.util.List;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.dashboard.DashboardDocument;
import org.shareexplorer.dashboard.PagePicture;
import org.shareexplorer.job.Running;
import org.shareexplorer.job.Work;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Desktop.FileKind;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Ui;

/** Writes a dashboard with its figures into a file that others can open. FX thread only. */
final class Takeaway {

  private final Ui ui;
  private final DashboardModel model;
  private final TileAnswers answers;
  private final Notices notices;
  private final Background.Latest writing;

  /** What a dashboard can be taken along as. */
  enum Form {
    PDF("pdf", "PDF document"),
    HTML("html", "Web page"),
    PNG("png", "PNG image");

    private final String ending;
    private final String words;

    Form(String ending, String words) {
      this.ending = ending;
      this.words = words;
    }
  }

  Takeaway(Ui ui, DashboardModel model, TileAnswers answers, Notices notices) {
    this.ui = ui;
    this.model = model;
    this.answers = answers;
    this.notices = notices;
    writing = ui.background().latest();
  }

  /** Asks for a file, for all tiles, and writes them. */
  void take(Form form) {
    ui.desktop()
        .chooseSave(
            "Take the dashboard along",
            Keeping.fileName(model.get()) + "." + form.ending,
            List.of(new FileKind(form.words, "*." + form.ending)))
        .ifPresent(chosen -> write(Keeping.ending(chosen, "." + form.ending), form));
  }

  /** Paper is white. */
  private void write(Path file, Form form) {
    ChartTheme theme = ChartTheme.of(ui.dark().get() && form != Form.PDF);
    Work<PagePicture> page = answers.page();
    Running<Path> running =
        writing.start(
            job -> {
              PagePicture whole = page.run(job.part(0, 2));
              new DashboardDocument(whole, theme).save(file, job.part(1, 2));
              return file;
            },
            saved -> notices.done("Saved as " + saved.getFileName() + "."),
            notices::failed);
    ui.background().underWay().tell("Writing " + file.getFileName(), running, writing::cancel);
  }

  void close() {
    writing.cancel();
  }
}
