package org.shareexplorer.provider.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shareexplorer.provider.delta.DeltaTable;

/**
 * What is shared: every folder {@code share/schema/table} below a root that holds a Delta log.
 * Names are found whatever their case.
 *
 * @param root the root folder
 * @param shares the shares, by name
 */
public record Catalog(Path root, List<Share> shares) {

  /** A share and its schemas. */
  public record Share(String name, List<Schema> schemas) {

    /** {@return a stable id} */
    String id() {
      return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }

    List<Table> tables() {
      return schemas.stream().flatMap(schema -> schema.tables().stream()).toList();
    }

    Schema schema(String wanted) {
      return schemas.stream()
          .filter(schema -> schema.name().equalsIgnoreCase(wanted))
          .findFirst()
          .orElseThrow(() -> Refusal.notFound("schema '" + wanted + "' not found"));
    }
  }

  /** A schema and its tables. */
  public record Schema(String share, String name, List<Table> tables) {

    Table table(String wanted) {
      return tables.stream()
          .filter(table -> table.name().equalsIgnoreCase(wanted))
          .findFirst()
          .orElseThrow(() -> Refusal.notFound("table '" + wanted + "' not found"));
    }
  }

  /**
   * A table.
   *
   * @param folder its path below the root
   */
  public record Table(String share, String schema, String name, Path folder, DeltaTable delta) {

    /** {@return a stable id} */
    String id() {
      return UUID.nameUUIDFromBytes((share + '/' + schema + '/' + name).getBytes(UTF_8)).toString();
    }
  }

  /** Looks for the tables below a root. */
  public static Catalog below(Path root) throws IOException {
    List<Share> shares = new ArrayList<>();
    for (Path share : folders(root)) {
      List<Schema> schemas = new ArrayList<>();
      for (Path schema : folders(share)) {
        List<Table> tables = new ArrayList<>();
        for (Path table : folders(schema)) {
          if (Files.isDirectory(table.resolve("_delta_log"))) {
            tables.add(
                new Table(
                    name(share),
                    name(schema),
                    name(table),
                    root.relativize(table),
                    new DeltaTable(table)));
          }
        }
        schemas.add(new Schema(name(share), name(schema), List.copyOf(tables)));
      }
      shares.add(new Share(name(share), List.copyOf(schemas)));
    }
    return new Catalog(root, List.copyOf(shares));
  }

  Share share(String wanted) {
    return shares.stream()
        .filter(share -> share.name().equalsIgnoreCase(wanted))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("share '" + wanted + "' not found"));
  }

  private static List<Path> folders(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }
}
