package org.shareexplorer.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.shareexplorer.engine.sql.NamedQuery;
import org.shareexplorer.export.Recipe.Origin;
import org.shareexplorer.protocol.TableName;

/** A Jupyter notebook (nbformat 4.5) that has a table's rows. */
public final class Notebook {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final ArrayNode cells = MAPPER.createArrayNode();

  private Notebook() {}

  /** {@return the notebook as text} */
  public static String of(Recipe recipe) {
    Notebook notebook = new Notebook();
    notebook.markdown(
        """
        # %s

        %s, as they were on screen in Share Explorer.

        Put the path of the file that your provider sent you (`config.share`) into the second cell; \
        it is your credential, so do not pass it on with this notebook.\
        """
            .formatted(title(recipe), rows(recipe)));
    notebook.code("%" + PythonCode.install(recipe));
    PythonCode.parts(recipe).forEach(notebook::code);
    notebook.code("rows");
    ChartCode.parts(recipe).forEach(notebook::code);
    return notebook.text();
  }

  private static String title(Recipe recipe) {
    return switch (recipe.origin()) {
      case Origin.Table(TableName table, OptionalLong _) -> verbatim(table.table());
      case Origin.Query _ -> "Query";
    };
  }

  private static String rows(Recipe recipe) {
    return switch (recipe.origin()) {
      case Origin.Table(TableName table, OptionalLong _) ->
          "Rows of the shared table " + verbatim(table.text());
      case Origin.Query(NamedQuery query) ->
          query.tables().stream()
              .map(place -> verbatim(place.table().name().text()))
              .collect(Collectors.joining(", ", "Rows of a query of ", ""));
    };
  }

  /** A name is shown as it is, whatever of it would be markup. */
  private static String verbatim(String name) {
    return "`" + name.replaceAll("[`\\p{Cntrl}]", "'") + "`";
  }

  /**
   * Writes the notebook.
   *
   * @throws org.shareexplorer.problem.ProblemException with code {@code DISK} if it cannot be
   *     written
   */
  public static void save(Recipe recipe, Path file) {
    WholeFile.write(file, of(recipe).getBytes(StandardCharsets.UTF_8));
  }

  private void markdown(String text) {
    cell("markdown", text);
  }

  private void code(String text) {
    ObjectNode cell = cell("code", text);
    cell.putNull("execution_count");
    cell.putArray("outputs");
  }

  private ObjectNode cell(String type, String text) {
    ObjectNode cell = cells.addObject();
    cell.put("cell_type", type);
    cell.put("id", "cell-" + cells.size());
    cell.putObject("metadata");
    cell.put("source", text);
    return cell;
  }

  private String text() {
    ObjectNode root = MAPPER.createObjectNode();
    root.set("cells", cells);
    ObjectNode metadata = root.putObject("metadata");
    metadata
        .putObject("kernelspec")
        .put("display_name", "Python 3")
        .put("language", "python")
        .put("name", "python3");
    metadata.putObject("language_info").put("name", "python");
    root.put("nbformat", 4);
    root.put("nbformat_minor", 5);
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
