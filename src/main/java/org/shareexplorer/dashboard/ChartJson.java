package org.shareexplorer.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartColumns;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.Setting;

/** What charts show as JSON. Read strictly: what is missing is not made up. */
final class ChartJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private ChartJson() {}

  static JsonNode write(ChartSpec chart) {
    return MAPPER.valueToTree(chart);
  }

  static ChartSpec read(JsonPlace chart) {
    chart.object();
    try {
      ChartSpec spec = MAPPER.treeToValue(chart.node(), ChartSpec.class);
      whole(spec, chart);
      within(spec, chart);
      return spec;
    } catch (JsonMappingException e) {
      JsonPlace at = chart;
      for (JsonMappingException.Reference step : e.getPath()) {
        at = step.getFieldName() == null ? at : at.part(step.getFieldName());
      }
      throw at.wrong(
          at.node().isMissingNode()
              ? "is missing."
              : "is not what a chart of this kind has there, or the chart is of no known kind.");
    } catch (JsonProcessingException e) {
      throw chart.wrong("describes no chart.");
    }
  }

  /**
   * Parts that a specification cannot do without are not there when the text does not name them.
   */
  private static void whole(Object value, JsonPlace place) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      JsonPlace at = place.part(component.getName());
      Object part = part(value, component, at);
      boolean needed = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (part == null && needed) {
        throw at.wrong("is missing.");
      }
      for (Object inner : part instanceof List<?> list ? list : Collections.singletonList(part)) {
        if (inner == null && part != null) {
          throw at.wrong("has an item that is nothing.");
        }
        if (inner instanceof Record record) {
          whole(record, at);
        }
      }
    }
  }

  private static @Nullable Object part(Object value, RecordComponent component, JsonPlace at) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw at.wrong("cannot be read.");
    }
  }

  /** What a person could not choose makes no sense in a file either. */
  private static void within(ChartSpec spec, JsonPlace place) {
    for (Setting setting : spec.settings(new ChartColumns(List.of()))) {
      if (setting instanceof Setting.Amount amount && !amount.fits(amount.value())) {
        throw place.wrong("has " + amount.name() + " out of bounds: " + amount.value() + ".");
      }
    }
  }
}
