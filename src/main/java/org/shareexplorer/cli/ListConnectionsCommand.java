package org.shareexplorer.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shareexplorer.job.Job;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.DatabricksTokens;
import org.shareexplorer.profile.Expiry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the remembered connections. */
@Command(
    name = "list",
    description = "Lists the remembered connections, without their credentials.",
    footerHeading = "%nExamples:%n",
    footer = {"  share-explorer connections list --json"})
final class ListConnectionsCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Reporting reporting = new Reporting();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  ListConnectionsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.run(reporting, this::list);
  }

  private void list(Job job) {
    Sources sources = session.sources().get();
    List<Connection> connections = sources.store().list();
    if (json) {
      print(connections);
      return;
    }
    if (connections.isEmpty()) {
      session.terminal().say("No connections are remembered.");
      return;
    }
    TextTable table =
        new TextTable(
            List.of(
                TextTable.Column.left("name"),
                TextTable.Column.left("endpoint"),
                TextTable.Column.left("credential"),
                TextTable.Column.left("ends")));
    boolean perhaps = false;
    for (Connection each : connections) {
      Expiry expiry = Expiry.of(each, sources.clock());
      perhaps |= expiry instanceof Expiry.Perhaps;
      table.row(each.name(), each.endpoint().toString(), each.kind().words(), words(expiry));
    }
    table.layout(session.terminal().width()).lines().forEach(session.terminal()::print);
    if (perhaps) {
      session.terminal().say(DatabricksTokens.SENTENCE);
    }
  }

  private static String words(Expiry expiry) {
    return switch (expiry) {
      case Expiry.Unknown _ -> "";
      case Expiry.Past past -> day(past.end()) + " (ended)";
      case Expiry.Soon soon -> day(soon.end()) + " (soon)";
      case Expiry.Later later -> day(later.end());
      case Expiry.Perhaps perhaps -> day(perhaps.end()) + " (perhaps)";
    };
  }

  private static String day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private void print(List<Connection> connections) {
    Json.print(
        session.terminal(),
        out -> {
          out.writeStartArray();
          for (Connection each : connections) {
            out.writeStartObject();
            out.writeStringField("name", each.name());
            out.writeStringField("id", each.id().text());
            out.writeStringField("endpoint", each.endpoint().toString());
            out.writeStringField("credential", each.kind().name().toLowerCase(Locale.ROOT));
            out.writeStringField("key", each.protection().id());
            out.writeStringField("expires", text(each.expiration()));
            out.writeStringField("added", each.added().toString());
            out.writeStringField("lastUsed", text(each.lastUsed()));
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  @SuppressWarnings("NullAway") // Writes JSON's null.
  private static String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse(null);
  }
}
