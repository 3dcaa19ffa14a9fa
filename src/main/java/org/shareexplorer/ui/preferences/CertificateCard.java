package org.shareexplorer.ui.preferences;

import java.time.Instant;
import java.time.ZoneOffset;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shareexplorer.net.CertificateFacts;
import org.shareexplorer.ui.fx.Tip;

/** What a person should know of a certificate: whom it names, who says so, until when. */
final class CertificateCard extends HBox {

  private final CertificateFacts facts;

  CertificateCard(CertificateFacts facts) {
    super(8);
    this.facts = facts;
    String print256 = facts.fingerprint();
    int half = print256.length() / 2;
    Label print =
        line(
            "SHA-256 "
                + print256.substring(0, half + 1)
                + "\n        "
                + print256.substring(half + 1),
            "mono");
    print.getStyleClass().addAll("small", "soft");
    VBox words =
        new VBox(
            2,
            line(facts.name(), "card-title"),
            line(
                (facts.selfSigned() ? "Vouches for itself" : "Issued by " + facts.issuerName())
                    + (facts.authority() ? "; may vouch for others" : ""),
                "small"),
            line("Valid from " + day(facts.from()) + " until " + day(facts.until()), "small"),
            print);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().add(words);
    Tip.setText(words, facts.subject() + "\nissued by " + facts.issuer());
  }

  /** Adds a button that takes the trust away. */
  void removable(Runnable remove) {
    Button button = new Button("Remove");
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText("Trust " + facts.name() + " no longer");
    button.setOnAction(e -> remove.run());
    getChildren().add(button);
  }

  private static Label line(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  private static String day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
