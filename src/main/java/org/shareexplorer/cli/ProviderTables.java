package org.shareexplorer.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.sql.SqlCatalog;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;
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
    return providers.keySet().stream().flatMap(name -> tables(name, job)).toList();
  }

  /** Each was asked for by name: one that does not answer is no smaller answer, but none. */
  private Stream<SqlTable> tables(String name, Job job) {
    try {
      return WorkspaceTables.all(named(name).client(), job).stream()
          .map(table -> new SqlTable(name, table));
    } catch (ProblemException e) {
      throw said(name, e);
    }
  }

  private Provider named(String name) {
    return Objects.requireNonNull(providers.get(name));
  }

  private ProblemException said(String name, ProblemException e) {
    return providers.size() < 2 ? e : e.problem().from(name).asException(e);
  }

  @Override
  public OpenTable open(SqlTable table, Job job) {
    try {
      return named(table.connection()).open(table.name(), job);
    } catch (ProblemException e) {
      throw said(table.connection(), e);
    }
  }

  /** Closes all but the first. */
  @Override
  public void close() {
    providers.values().stream().skip(1).forEach(Provider::close);
  }
}
