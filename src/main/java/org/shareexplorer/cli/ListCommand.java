package org.shareexplorer.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shareexplorer.job.Job;
import org.shareexplorer.protocol.ListedTable;
import org.shareexplorer.protocol.Share;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what is shared. */
@Command(
    name = "ls",
    description = "Lists shares, a share's schemas, or a schema's tables; one name per line.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer ls --profile config.share",
      "  share-explorer ls external_retail --demo",
      "  share-explorer ls city_mobility --all --demo --json"
    })
final class ListCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Access access = new Access();
  @Mixin private final Reporting reporting = new Reporting();

  @Parameters(index = "0", arity = "0..1", paramLabel = "SHARE", description = "A share.")
  private Optional<String> share = Optional.empty();

  @Parameters(index = "1", arity = "0..1", paramLabel = "SCHEMA", description = "A schema in it.")
  private Optional<String> schema = Optional.empty();

  @Option(
      names = "--all",
      description = "All tables, of all shares or of one, with their full names.")
  private boolean all;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.ask(access, reporting, this::list);
  }

  private void list(Provider provider, Job job) {
    if (schema.isPresent()) {
      tables(provider.client().tables(share.orElseThrow(), schema.get(), job), !all);
    } else if (all) {
      List<String> shares =
          share
              .map(List::of)
              .orElseGet(() -> provider.client().shares(job).stream().map(Share::name).toList());
      tables(
          shares.stream().flatMap(s -> provider.client().allTables(s, job).stream()).toList(),
          false);
    } else if (share.isPresent()) {
      schemas(provider.client().schemas(share.get(), job));
    } else {
      shares(provider.client().shares(job));
    }
  }

  private void shares(List<Share> shares) {
    if (!json) {
      names(shares.stream().map(Share::name).toList());
      return;
    }
    Json.print(
        session.terminal(),
        out -> {
          out.writeStartArray();
          for (Share each : shares) {
            out.writeStartObject();
            out.writeStringField("share", each.name());
            out.writeStringField("id", each.id().orElse(null));
            out.writeStringField("comment", each.comment().orElse(null));
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  private void schemas(List<String> schemas) {
    if (!json) {
      names(schemas);
      return;
    }
    Json.print(
        session.terminal(),
        out -> {
          out.writeStartArray();
          for (String each : schemas) {
            out.writeStartObject();
            out.writeStringField("share", share.orElseThrow());
            out.writeStringField("schema", each);
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  private void tables(List<ListedTable> tables, boolean shortNames) {
    if (json) {
      Json.print(
          session.terminal(),
          out -> {
            out.writeStartArray();
            for (ListedTable each : tables) {
              out.writeStartObject();
              out.writeStringField("share", each.name().share());
              out.writeStringField("schema", each.name().schema());
              out.writeStringField("table", each.name().table());
              out.writeStringField("id", each.id().orElse(null));
              out.writeEndObject();
            }
            out.writeEndArray();
          });
    } else if (shortNames) {
      names(tables.stream().map(each -> each.name().table()).toList());
    } else {
      TextTable text =
          new TextTable(
              List.of(
                  TextTable.Column.left("share"),
                  TextTable.Column.left("schema"),
                  TextTable.Column.left("table")));
      tables.forEach(
          each -> text.row(each.name().share(), each.name().schema(), each.name().table()));
      text.layout(session.terminal().width()).lines().forEach(session.terminal()::print);
    }
  }

  private void names(List<String> names) {
    names.stream().map(CellLine::harmless).forEach(session.terminal()::print);
  }
}
