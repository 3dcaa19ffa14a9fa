package org.shareexplorer.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.ZoneId;
import java.util.List;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;

/**
 * A chart with words and marks of a person's own.
 *
 * @param of what is drawn; not annotated itself
 * @param heading its title; the chart's own if it is empty
 * @param remark what stands below the title; may be empty
 * @param annotations what is noted on the figures
 */
public record AnnotatedSpec(
    ChartSpec of,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String heading,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String remark,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Annotation> annotations)
    implements ChartSpec {

  /** Nothing is annotated twice; what is left out is empty. */
  public AnnotatedSpec {
    if (of instanceof AnnotatedSpec) {
      throw new IllegalArgumentException("annotations of annotations");
    }
    heading = heading == null ? "" : heading.strip();
    remark = remark == null ? "" : remark.strip();
    annotations = annotations == null ? List.of() : List.copyOf(annotations);
  }

  /** {@return a chart with the words and marks that it has, if any} */
  public static AnnotatedSpec of(ChartSpec spec) {
    return spec instanceof AnnotatedSpec annotated
        ? annotated
        : new AnnotatedSpec(spec, "", "", List.of());
  }

  /** {@return what a specification draws, without words and marks} */
  public static ChartSpec plain(ChartSpec spec) {
    return spec instanceof AnnotatedSpec annotated ? annotated.of : spec;
  }

  /** {@return this, or what it draws if nothing is said of it} */
  public ChartSpec simplest() {
    return heading.isEmpty() && remark.isEmpty() && annotations.isEmpty() ? of : this;
  }

  /** {@return the same words and marks on another chart} */
  public ChartSpec on(ChartSpec other) {
    return new AnnotatedSpec(plain(other), heading, remark, annotations).simplest();
  }

  /** {@return what a chart that is there already is with these words and marks} */
  public static Chart redrawn(Chart chart, ChartSpec wanted) {
    return switch (chart) {
      case SampledChart some -> new SampledChart(redrawn(some.chart(), wanted), some.share());
      case AnnotatedChart(AnnotatedSpec _, Chart bare) -> redrawn(bare, wanted);
      default -> wanted instanceof AnnotatedSpec spec ? new AnnotatedChart(spec, chart) : chart;
    };
  }

  @Override
  public ChartKind kind() {
    return of.kind();
  }

  @Override
  public String title() {
    return heading.isEmpty() ? of.title() : heading;
  }

  @Override
  public String note() {
    return remark;
  }

  @Override
  public String mainColumn() {
    return of.mainColumn();
  }

  @Override
  public boolean timed() {
    return of.timed();
  }

  @Override
  public Chart ask(OpenTable table, ZoneId zone, Job job) {
    return new AnnotatedChart(this, of.ask(table, zone, job));
  }

  @Override
  public List<Setting> settings(ChartColumns columns) {
    return of.settings(columns).stream().map(setting -> setting.then(this::on)).toList();
  }

  @Override
  public String definitions() {
    return of.definitions();
  }
}
