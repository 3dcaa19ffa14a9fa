package org.shareexplorer.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** Schemas that are damaged, or of types that nobody knows: a problem, or columns that show. */
class SchemaMutationTest {

  private static final String WHOLE =
      """
      {"type":"struct","fields":[
      {"name":"id","type":"integer","nullable":true,"metadata":{"delta.columnMapping.id":1,"delta.columnMapping.physicalName":"col-1"}},
      {"name":"n","type":"decimal(38,18)","nullable":false,"metadata":{"comment":"it's","delta.typeChanges":[{"fromType":"integer","toType":"decimal(38,18)"}]}},
      {"name":"c","type":"string","nullable":true,"metadata":{"__CHAR_VARCHAR_TYPE_STRING":"char(5)","__COLLATIONS":{"c":"icu.UNICODE_CI"}}},
      {"name":"s","type":{"type":"struct","fields":[{"name":"v","type":"variant","nullable":true,"metadata":{}},{"name":"at","type":"timestamp_ntz","nullable":true,"metadata":{}}]},"nullable":true,"metadata":{}},
      {"name":"l","type":{"type":"array","elementType":{"type":"map","keyType":"string","valueType":"interval day to second","valueContainsNull":true},"containsNull":true},"nullable":true,"metadata":{}},
      {"name":"g","type":"geometry(OGC:CRS84)","nullable":true,"metadata":{}}]}
      """;

  private static final List<String> PIECES =
      List.of(
          "\"",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "null",
          "-1",
          "1e999",
          "\"type\":",
          "\"struct\"",
          "\"decimal(39,40)\"",
          "\"decimal(-1)\"",
          "\"varchar(99999999999999)\"",
          "\\u0000",
          "\\",
          "{\"type\":\"array\",\"elementType\":",
          "99999999999999999999",
          "\"void\"",
          "😀");

  private final Random random = new Random(20240229);

  @Test
  void whatCannotBeReadIsAProblemAndTheRestCanBeShown() {
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      String schema = damaged();
      for (ColumnMapping mapping : ColumnMapping.values()) {
        try {
          List<Field> fields = SchemaJson.parse(schema, mapping);
          assertThat(SchemaText.json(fields)).isNotEmpty();
          assertThat(TableDdl.createTable("t", fields, List.of(), Optional.empty()))
              .startsWith("CREATE TABLE");
          fields.forEach(field -> assertThat(field.type().text()).isNotEmpty());
          read++;
        } catch (ProblemException e) {
          assertThat(e.problem().code()).isEqualTo(ProblemCode.SERVER_ANSWER);
        }
      }
    }
    assertThat(read).isBetween(1_000, 59_000);
  }

  private String damaged() {
    StringBuilder schema = new StringBuilder(WHOLE);
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int at = random.nextInt(schema.length());
      switch (random.nextInt(4)) {
        case 0 -> schema.setCharAt(at, (char) (32 + random.nextInt(95)));
        case 1 -> schema.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> schema.delete(at, Math.min(schema.length(), at + 1 + random.nextInt(30)));
        default -> {
          int from = random.nextInt(schema.length());
          schema.insert(
              at, schema.substring(from, Math.min(schema.length(), from + random.nextInt(80))));
        }
      }
    }
    return schema.toString();
  }
}
