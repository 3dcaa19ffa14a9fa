package org.shareexplorer.ui.connections;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.PlainHttp;
import org.shareexplorer.profile.ProfileDraft;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Desktop;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;

/** Asks by sheets over the window, and by notices where nothing hangs on the answer. */
public final class CredentialSheets implements CredentialQuestions {

  private final Overlay overlay;
  private final Desktop desktop;
  private final Background background;
  private final Notices notices;

  /** Asks over a window. */
  public CredentialSheets(
      Overlay overlay, Desktop desktop, Background background, Notices notices) {
    this.overlay = overlay;
    this.desktop = desktop;
    this.background = background;
    this.notices = notices;
  }

  @Override
  public void fill(ProfileDraft draft, Filled then) {
    GapForm.show(overlay, desktop, draft, then);
  }

  @Override
  public void warn(URI endpoint, Runnable goOn) {
    Sheet sheet =
        new Sheet(
            "Connect to " + endpoint.getRawAuthority() + " without encryption?",
            Sheet.words(PlainHttp.SENTENCE + " Ask the provider for an address with https."));
    Button cancel = sheet.button("Cancel", overlay::close);
    Button yes =
        sheet.button(
            "Connect all the same",
            () -> {
              overlay.close();
              goOn.run();
            });
    yes.getStyleClass().add("danger");
    overlay.show(sheet, Pos.CENTER, cancel);
  }

  @Override
  public void offerDeletion(String words, Path file) {
    notices.offer(
        words + " The file " + file.getFileName() + " still holds the credential.",
        "Delete the file",
        () ->
            background.start(
                job -> {
                  delete(file);
                  return file;
                },
                gone -> notices.done(gone.getFileName() + " is deleted."),
                notices::failed));
  }

  @Override
  public void secret(Connection connection, Consumer<Boolean> withSecret) {
    ExportSheet.show(overlay, connection, withSecret);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new Problem(
              ProblemCode.DISK,
              "The file " + file.getFileName() + " could not be deleted.",
              "It may be open in another program, or not yours.",
              "Delete it by hand.",
              e.getClass().getSimpleName())
          .asException(e);
    }
  }
}
