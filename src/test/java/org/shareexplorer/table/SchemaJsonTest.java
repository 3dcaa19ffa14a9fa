package org.shareexplorer.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.problem.ProblemException;

class SchemaJsonTest {

  private static final String NESTED =
      """
      {"type":"struct","fields":[
        {"name":"id","type":"long","nullable":false,"metadata":{"comment":"row 'key'","n":1,"o":{"a":[]}}},
        {"name":"s","type":{"type":"struct","fields":[{"name":"d","type":"decimal(10,2)","nullable":true,"metadata":{}}]},"nullable":true},
        {"name":"a`b","type":{"type":"array","elementType":{"type":"map","keyType":"string","valueType":"integer","valueContainsNull":false},"containsNull":true},"nullable":true,"metadata":{}}]}
      """;

  private static DataType type(String json) {
    return SchemaJson.parse("{\"fields\":[{\"name\":\"x\",\"type\":" + json + "}]}")
        .getFirst()
        .type();
  }

  @Test
  void nestedColumnsAreReadWithTheirCommentsAndNullability() {
    assertThat(SchemaJson.parse(NESTED))
        .containsExactly(
            new Field(
                "id",
                DataType.Simple.LONG,
                false,
                Map.of("comment", "row 'key'", "n", "1", "o", "{\"a\":[]}")),
            new Field(
                "s",
                new DataType.Struct(List.of(new Field("d", new DataType.Decimal(10, 2), true))),
                true),
            new Field(
                "a`b",
                new DataType.Array(
                    new DataType.MapOf(DataType.Simple.STRING, DataType.Simple.INTEGER, false),
                    true),
                true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "string|string",
        "long|bigint",
        "integer|int",
        "int|int",
        "short|smallint",
        "byte|tinyint",
        "float|float",
        "double|double",
        "boolean|boolean",
        "binary|binary",
        "date|date",
        "timestamp|timestamp",
        "timestamp_ntz|timestamp_ntz",
        "variant|variant",
        "void|void",
        "decimal|decimal(10,0)",
        "decimal(38,18)|decimal(38,18)",
        "decimal( 5, 2 )|decimal(5,2)",
        "char(3)|string",
        "varchar(20)|string",
        "string collate UTF8_LCASE|string"
      })
  void everyTypeHasItsName(String name, String text) {
    assertThat(type('"' + name + '"').text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"geometry(4326)", "interval day to second", "decimal(39,0)", "decimal(5,6)"})
  void aTypeThatIsNotKnownKeepsItsName(String name) {
    assertThat(type('"' + name + '"')).isEqualTo(new DataType.Unknown(name));
  }

  @Test
  void anOddTypeIsUnknownToo() {
    assertThat(type("{\"type\":\"udt\",\"class\":\"x\"}")).isInstanceOf(DataType.Unknown.class);
    assertThat(type("7")).isEqualTo(new DataType.Unknown("7"));
    assertThat(type("\"\"")).isEqualTo(new DataType.Unknown("?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "null", "[]", "{}", "{\"fields\":[{}]}", "{\"fields\":[7]}"})
  void whatIsNoSchemaIsAProblem(String text) {
    assertThatThrownBy(() -> SchemaJson.parse(text)).isInstanceOf(ProblemException.class);
  }

  @Test
  void bottomlessSchemasAreRefused() {
    for (int depth : new int[] {150, 5_000}) {
      String type =
          "{\"type\":\"array\",\"elementType\":".repeat(depth) + "\"long\"" + "}".repeat(depth);
      assertThatThrownBy(() -> type(type)).isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void theSchemaCopiedAsJsonIsTheSameSchema() {
    List<Field> fields = SchemaJson.parse(NESTED);
    assertThat(SchemaJson.parse(SchemaText.json(fields))).isEqualTo(fields);
  }

  @Test
  void theStatementMakesTheSameColumns() {
    assertThat(
            TableDdl.createTable(
                "my table", SchemaJson.parse(NESTED), List.of("id"), Optional.of("It's")))
        .isEqualTo(
            """
            CREATE TABLE `my table` (
              `id` BIGINT NOT NULL COMMENT 'row \\'key\\'',
              `s` STRUCT<`d`: DECIMAL(10,2)>,
              `a``b` ARRAY<MAP<STRING, INT>>
            )
            USING DELTA
            PARTITIONED BY (`id`)
            COMMENT 'It\\'s';
            """);
  }
}
