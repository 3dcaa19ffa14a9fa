package org.shareexplorer.ui.preferences;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shareexplorer.job.Work;
import org.shareexplorer.net.CertificateFacts;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Desktop;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.workspace.network.Network;

/**
 * The certificates of authorities that are trusted besides the computer's own. One is shown before
 * it is trusted, and taken away by a button.
 */
final class CertificateList extends VBox {

  private static final List<Desktop.FileKind> KINDS =
      List.of(
          new Desktop.FileKind("Certificates", "*.pem"),
          new Desktop.FileKind("Certificates (.crt)", "*.crt"),
          new Desktop.FileKind("Certificates (.cer)", "*.cer"),
          new Desktop.FileKind("Certificates (.p7b)", "*.p7b"),
          new Desktop.FileKind("All files", "*"));

  private static final double LOWEST = 104;
  private static final double TALLEST = 200;

  private final Ui ui;
  private final Network network;
  private final Background.Latest working;
  private final Button add = new Button("Add…");
  private final VBox cards = new VBox(10);
  private final ScrollPane scroll = new ScrollPane(cards);
  private final Label wrong = new Label();

  CertificateList(Ui ui) {
    super(8);
    this.ui = ui;
    this.network = ui.workspace().network();
    this.working = ui.background().latest();
    Label title = new Label("Company certificates");
    title.getStyleClass().add("card-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, title, gap, add);
    head.setAlignment(Pos.CENTER_LEFT);
    Label about =
        Sheet.words(
            "Trusted besides the certificates of this computer. Needed where a company looks into"
                + " encrypted traffic.");
    about.getStyleClass().add("small");
    add.setId("certificate-add");
    Tip.setText(add, "A file of the kind .pem, .crt, .cer, .der or .p7b");
    add.setOnAction(e -> choose());
    cards.setId("certificates");
    scroll.setFitToWidth(true);
    scroll.setMinHeight(LOWEST);
    scroll.setMaxHeight(TALLEST);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.managedProperty().bind(scroll.visibleProperty());
    wrong.setId("certificate-problem");
    wrong.setMinHeight(USE_PREF_SIZE);
    wrong.getStyleClass().add("form-problem");
    wrong.managedProperty().bind(wrong.visibleProperty());
    wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
    getChildren().addAll(head, about, scroll, wrong);
    list(List.of());
    change(job -> network.certificates());
  }

  private void choose() {
    wrong.setText("");
    ui.desktop().chooseFile("A company's certificate", KINDS).ifPresent(this::read);
  }

  private void read(Path file) {
    working.start(job -> Network.read(file), this::ask, this::failed);
  }

  /** Nothing of a file is trusted before the person has seen it and says so. */
  private void ask(List<X509Certificate> found) {
    cards
        .getChildren()
        .setAll(found.stream().map(CertificateFacts::of).map(CertificateCard::new).toList());
    Button cancel = new Button("Cancel");
    cancel.setOnAction(e -> change(job -> network.certificates()));
    Button trust = new Button(found.size() == 1 ? "Trust it" : "Trust these " + found.size());
    trust.setId("certificate-trust");
    Tip.setText(
        trust, "Whoever has its key can then read what this computer sends: trust your own IT's");
    trust.setOnAction(e ->
        change(job -> {
          network.trust(found, job);
          return network.certificates();
        }));
    HBox buttons = new HBox(8, cancel, trust);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    cards.getChildren().add(buttons);
    scroll.setVisible(true);
    scroll.setVvalue(0);
    add.setDisable(true);
    cancel.requestFocus();
  }

  private void change(Work<List<CertificateFacts>> work) {
    working.start(work, this::list, this::failed);
  }

  private void list(List<CertificateFacts> all) {
    add.setDisable(false);
    cards.getChildren().clear();
    for (CertificateFacts facts : all) {
      CertificateCard card = new CertificateCard(facts);
      card.removable(() ->
          change(job -> {
            network.distrust(facts.fingerprint(), job);
            return network.certificates();
          }));
      cards.getChildren().add(card);
    }
    scroll.setVisible(!all.isEmpty());
  }

  private void failed(Problem problem) {
    add.setDisable(false);
    wrong.setText(problem.sentence());
  }
}
