package org.shareexplorer.ui.doctor;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.doctor.Examination;
import org.shareexplorer.doctor.Finding;
import org.shareexplorer.doctor.Result;
import org.shareexplorer.doctor.Step;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.workspace.Workspace;

/** The steps of one examination as they are taken. Holds no controls; FX thread only. */
public final class DoctorModel {

  private final Workspace workspace;
  private final Background background;
  private final Background.Latest work;
  private final ConnectionId connection;
  private final Optional<TableName> table;
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ObservableList<Finding> seen = FXCollections.unmodifiableObservableList(findings);
  private final ReadOnlyObjectWrapper<@Nullable Examination> examination =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private int run;

  /** An examination that has not begun. */
  public DoctorModel(
      Workspace workspace,
      Background background,
      ConnectionId connection,
      Optional<TableName> table) {
    this.workspace = workspace;
    this.background = background;
    this.work = background.latest();
    this.connection = connection;
    this.table = table;
    forget();
  }

  private void forget() {
    findings.setAll(
        Arrays.stream(Step.values()).map(step -> Finding.open(step, Result.NOT_TRIED)).toList());
    examination.set(null);
    problem.set(null);
  }

  /** Takes all steps, from the first one on. */
  public void start() {
    forget();
    int mine = ++run;
    running.set(true);
    work.start(
        job ->
            workspace.examine(
                connection,
                table,
                finding ->
                    background.onFx(() -> {
                      if (mine == run) {
                        findings.set(Arrays.asList(Step.values()).indexOf(finding.step()), finding);
                      }
                    }),
                job),
        whole -> {
          running.set(false);
          findings.setAll(whole.findings());
          examination.set(whole);
        },
        failed -> {
          running.set(false);
          problem.set(failed);
        });
  }

  /** Stops; what is known stays, and what was under way was not tried. */
  public void stop() {
    run++;
    work.cancel();
    running.set(false);
    findings.replaceAll(finding ->
        finding.result() == Result.UNDER_WAY
            ? Finding.open(finding.step(), Result.NOT_TRIED)
            : finding);
  }

  /** {@return one finding for each step, in their order} */
  public ObservableList<Finding> findings() {
    return seen;
  }

  /** {@return what came out; null before the end} */
  public ReadOnlyObjectProperty<@Nullable Examination> examination() {
    return examination.getReadOnlyProperty();
  }

  /** {@return what kept the examination from being made at all; null if nothing did} */
  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** {@return whether a step is under way} */
  public ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }
}
