package org.shareexplorer.ui.doctor;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shareexplorer.doctor.ExaminationText;
import org.shareexplorer.doctor.Finding;
import org.shareexplorer.doctor.Result;
import org.shareexplorer.ui.fx.Icon;

/** One step: how it went, what there is to say, how long it took. */
final class StepRow extends HBox {

  private static final int LONGEST_WORDS = 600;

  StepRow(Finding finding) {
    super(10);
    getStyleClass().addAll("step", finding.result().id().replace('_', '-'));
    setAlignment(Pos.TOP_LEFT);
    Label title = new Label(finding.step().title());
    title.getStyleClass().add("step-title");
    title.setMinWidth(92);
    VBox words = new VBox(2);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    String told = told(finding);
    words.getChildren().add(label(told, "step-words"));
    String facts =
        finding.facts().stream()
            .map(fact -> fact.name() + ": " + fact.value())
            .collect(Collectors.joining("  ·  "));
    if (!facts.isEmpty()) {
      words.getChildren().add(label(facts, "step-facts"));
    }
    finding
        .problem()
        .map(problem -> problem.detail().strip())
        .filter(detail -> !detail.isEmpty())
        .map(detail ->
            detail.length() > LONGEST_WORDS ? detail.substring(0, LONGEST_WORDS) + "…" : detail)
        .ifPresent(detail -> words.getChildren().add(label(detail, "step-detail")));
    boolean tried = finding.result() != Result.NOT_TRIED && finding.result() != Result.UNDER_WAY;
    Label took = new Label(tried ? ExaminationText.length(finding.took()) : "");
    took.getStyleClass().add("step-time");
    took.setMinWidth(64);
    took.setAlignment(Pos.TOP_RIGHT);
    getChildren().addAll(sign(finding.result()), title, words, took);
    setAccessibleText(
        Stream.of(
                finding.step().title(),
                finding.result().words(),
                ExaminationText.words(finding),
                took.getText(),
                facts)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", ")));
  }

  private static String told(Finding finding) {
    return switch (finding.result()) {
      case NOT_TRIED -> "Not tried.";
      case UNDER_WAY -> "…";
      default -> ExaminationText.words(finding);
    };
  }

  private static Node sign(Result result) {
    Node sign =
        switch (result) {
          case PASSED -> Icon.DONE.node("accent");
          case NOTED -> Icon.WARNING.node("warn");
          case FAILED -> Icon.CLOSE.node("danger");
          case NOT_TRIED -> new Region();
          case UNDER_WAY -> spinner();
        };
    StackPane square = new StackPane(sign);
    square.setMinSize(16, 18);
    square.setMaxSize(16, 18);
    return square;
  }

  private static Node spinner() {
    ProgressIndicator spinner = new ProgressIndicator();
    spinner.setPrefSize(14, 14);
    spinner.setMinSize(14, 14);
    spinner.setMaxSize(14, 14);
    return spinner;
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
