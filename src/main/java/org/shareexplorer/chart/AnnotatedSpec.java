package org.shareexplorer.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;

/**
 * A chart with words and marks of a person's own.
 *
 * @param of what is drawn; not annotated itself
 * @param heading its title; the chart's own if it is empty
 * @param remark what stands below the title; may be empty
 * @param annotations what is noted on the figures
 * @param format how figures are written
 */
public record AnnotatedSpec(
    ChartSpec of,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String heading,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String remark,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Annotation> annotations,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = AnnotatedSpec.Plain.class)
        FigureFormat format)
    implements ChartSpec {

  /** Nothing is annotated twice; what is left out is empty. */
  public AnnotatedSpec {
    if (of instanceof AnnotatedSpec) {
      throw new IllegalArgumentException("annotations of annotations");
    }
    heading = heading == null ? "" : heading.strip();
    remark = remark == null ? "" : remark.strip();
    annotations = annotations == null ? List.of() : List.copyOf(annotations);
    format = format == null ? FigureFormat.PLAIN : format;
  }

  /** Figures written as they are. */
  public AnnotatedSpec(ChartSpec of, String heading, String remark, List<Annotation> annotations) {
    this(of, heading, remark, annotations, FigureFormat.PLAIN);
  }

  /** What need not be written down: it equals the format that a chart has anyway. */
  static final class Plain {
    @Override
    public boolean equals(@Nullable Object other) {
      return other == null || other == FigureFormat.PLAIN;
    }

    @Override
    public int hashCode() {
      return 0;
    }
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
    return equals(new AnnotatedSpec(of, "", "", List.of())) ? of : this;
  }

  /** {@return the same words and marks on another chart} */
  public ChartSpec on(ChartSpec other) {
    return new AnnotatedSpec(plain(other), heading, remark, annotations, format).simplest();
  }

  /** {@return the same with other words and marks} */
  public ChartSpec saying(String heading, String remark, List<Annotation> annotations) {
    return new AnnotatedSpec(of, heading, remark, annotations, format).simplest();
  }

  /** {@return the same with its figures written in another way} */
  public ChartSpec written(FigureFormat other) {
    return new AnnotatedSpec(of, heading, remark, annotations, other).simplest();
  }

  /** {@return how the figures of a chart are written} */
  static FigureFormat format(ChartSpec spec) {
    return spec.measured() ? of(spec).format : FigureFormat.PLAIN;
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
  public boolean measured() {
    return of.measured();
  }

  @Override
  public boolean timed() {
    return of.timed();
  }

  @Override
  public boolean glimpsed() {
    return of.glimpsed();
  }

  @Override
  public boolean spread() {
    return of.spread();
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
