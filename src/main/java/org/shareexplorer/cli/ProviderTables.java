package org.shareexplorer.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.sql.SqlCatalog;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.workspace.WorkspaceTables;

/** The tables of some providers, for queries; each provider goes by a name of its own. */
final class ProviderTables implements SqlCatalog, AutoCloseable {

  private final Map<String, Provider> providers = new LinkedHashMap<>();

  /** Opens a provider. */
  @FunctionalInterface
  interface Opening {
    Provider open(String named);
  }

  private ProviderTables() {}

  /**
   * {@return the tables of a provider, and those of others}
   *
   * @param first not closed with these
   * @param others what names them
   */
  static ProviderTables of(Provider first, List<String> others, Opening opening) {
    ProviderTables tables = new ProviderTables();
    tables.add(first);
    try {
      others.forEach(named -> tables.add(opening.open(named)));
      return tables;
    } catch (RuntimeException | Error e) {
      tables.close();
      throw e;
    }
  }

  private void add(Provider provider) {
    String name = provider.name();
    for (int i = 2; providers.containsKey(name); i++) {
      name = provider.name() + " " + i;
    }
    providers.put(name, provider);
  }

  @Override
  public List<SqlTable> tables(Job job) {
    return providers.entrySet().stream()
        .flatMap(provider ->
            WorkspaceTables.all(provider.getValue().client(), job).stream()
                .map(table -> new SqlTable(provider.getKey(), table)))
        .toList();
  }

  @Override
  public OpenTable open(SqlTable table, Job job) {
    return Objects.requireNonNull(providers.get(table.connection())).open(table.name(), job);
  }

  /** Closes all but the first. */
  @Override
  public void close() {
    providers.values().stream().skip(1).forEach(Provider::close);
  }
}
