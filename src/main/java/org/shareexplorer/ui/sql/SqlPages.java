package org.shareexplorer.ui.sql;

import java.util.List;
import java.util.Optional;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.settings.Folders;
import org.shareexplorer.settings.OpenPages.OpenPage;
import org.shareexplorer.settings.QueryHistory;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.QueryWanted;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.shell.Page;
import org.shareexplorer.ui.shell.ShellView;
import org.shareexplorer.workspace.WorkspaceTables;

/** Opens pages with queries: by commands, and from the menus of tables. */
public final class SqlPages {

  /** What pages with queries are called among those that come back with the window. */
  static final String KIND = "sql";

  private final Ui ui;
  private final ShellView shell;
  private final SqlDesk desk;

  private SqlPages(Ui ui, ShellView shell, SqlDesk desk) {
    this.ui = ui;
    this.shell = shell;
    this.desk = desk;
  }

  /** Adds the ways to queries to a window. */
  public static SqlPages addTo(Ui ui, ShellView shell, SqlQueries queries, Folders folders) {
    SqlPages pages =
        new SqlPages(
            ui,
            shell,
            new SqlDesk(queries, new WorkspaceTables(ui.workspace()), new QueryHistory(folders)));
    shell
        .commands()
        .add(Command.of("New query in SQL", "Shortcut+Shift+Q", () -> pages.open("", false)));
    shell
        .commands()
        .add(Command.of("Join tables…", "Shortcut+Shift+J", () -> pages.join(List.of())));
    // What was run before the window was closed is not run anew unasked: it may fetch much.
    shell.bringsBack(KIND, text -> Optional.of(pages.page(text, false)));
    shell.bringsBack(LeftJoin.KIND, text -> Optional.of(pages.joining(LeftJoin.of(text))));
    shell.addToTables("Query with SQL", pages::query);
    shell.addToTables(
        "Join with another table…",
        table -> pages.join(List.of(new SqlTable(table.connectionName(), table.table()))));
    shell
        .node()
        .addEventHandler(
            QueryWanted.QUERY_WANTED,
            wanted -> {
              wanted.consume();
              pages.open(wanted.text(), wanted.run());
            });
    shell
        .node()
        .addEventHandler(
            JoinWanted.JOIN_WANTED,
            wanted -> {
              wanted.consume();
              pages.join(wanted.tables());
            });
    return pages;
  }

  private void query(TableRef table) {
    open(
        "SELECT *\nFROM "
            + ui.inSql(new SqlTable(table.connectionName(), table.table()))
            + "\nLIMIT 1000",
        true);
  }

  private void join(List<SqlTable> first) {
    shell.open(joining(LeftJoin.ofTables(first)));
  }

  private Page joining(LeftJoin first) {
    return new Page(
        Icon.JOIN,
        "Join",
        first.about(),
        Optional.of(first.page()),
        () ->
            new JoinPage(
                ui.passing(), desk, first, text -> open(text, true), text -> open(text, false)));
  }

  /** Opens a page with a query. */
  void open(String text, boolean run) {
    shell.open(page(text, run));
  }

  private Page page(String text, boolean run) {
    return new Page(
        Icon.QUERY,
        QueryTitle.of(text),
        QueryTitle.line(text),
        Optional.of(new OpenPage(KIND, text)),
        () -> {
          SqlPage page = new SqlPage(ui.passing(), desk, text, () -> join(List.of()));
          if (run) {
            page.runText(text);
          }
          return page;
        });
  }
}
