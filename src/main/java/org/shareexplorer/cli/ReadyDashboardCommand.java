package org.shareexplorer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.dashboard.DashboardFile;
import org.shareexplorer.dashboard.retail.Candidate;
import org.shareexplorer.dashboard.retail.Part;
import org.shareexplorer.dashboard.retail.RetailDashboard;
import org.shareexplorer.dashboard.retail.RetailSearch;
import org.shareexplorer.dashboard.retail.Role;
import org.shareexplorer.dashboard.retail.Shape;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.Field;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the ready dashboard. */
@Command(
    name = "ready",
    description = {
      "Makes the dashboard of a table of customers and one of their sales: which tables and columns these are is told from names and types.",
      "It reads no data. What it found, and what it did not, is told; --role chooses otherwise."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer dashboard ready --out retail.dashboard.json --demo",
      "  share-explorer dashboard ready --out retail.dashboard.json --role amount=unit_price --role product= --demo"
    })
final class ReadyDashboardCommand implements Callable<Integer> {

  private final Session session;

  @Spec private @Nullable CommandSpec command;

  @Mixin private final Access access = new Access();
  @Mixin private final Reporting reporting = new Reporting();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The dashboard's file, usually called NAME" + DashboardFile.ENDING + ".")
  private Path out = Path.of("");

  @Option(
      names = "--role",
      paramLabel = "ROLE=COLUMN",
      description =
          "Another column for a role; nothing after = for none. Roles: customer, customer_name, segment, country, signup of the customers' table; sale, buyer, product, amount, quantity, sold, region of the sales' one.")
  private Map<String, String> roles = new LinkedHashMap<>();

  @Option(names = "--overwrite", description = "Replace the file if there is one.")
  private boolean overwrite;

  ReadyDashboardCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (Files.exists(out) && !overwrite) {
      throw misused("The file " + out + " is there already.");
    }
    return session.ask(access, reporting, this::make);
  }

  private void make(Provider provider, Job job) {
    List<Candidate> tables = RetailSearch.candidates(provider.client(), Optional.empty(), job);
    Shape shape = Shape.of(tables).orElseThrow(ReadyDashboardCommand::nothing);
    for (Map.Entry<String, String> wanted : roles.entrySet()) {
      shape = chosen(shape, wanted.getKey(), wanted.getValue());
    }
    DashboardFile.save(RetailDashboard.of(shape), out);
    tell(shape);
  }

  private Shape chosen(Shape shape, String word, String column) {
    for (Role role : Role.values()) {
      if (role.name().equals(word.strip().toUpperCase(Locale.ROOT))) {
        return shape.with(role, column.isBlank() ? Optional.empty() : found(shape, role, column));
      }
    }
    throw misused("There is no role " + word + ".");
  }

  private Optional<Field> found(Shape shape, Role role, String column) {
    Optional<Field> found = shape.table(role.part()).flatMap(table -> table.column(column));
    if (found.filter(field -> role.fits(field.type())).isEmpty()) {
      throw misused(
          "No column "
              + column
              + " of the "
              + role.part().words().toLowerCase(Locale.ROOT)
              + "' table can be the "
              + role.words().toLowerCase(Locale.ROOT)
              + ".");
    }
    return found;
  }

  private void tell(Shape shape) {
    for (Part part : Part.values()) {
      shape
          .table(part)
          .ifPresent(table -> {
            session.terminal().say(part.words() + ": " + table.table().name().text());
            shape
                .columns()
                .forEach((role, field) -> {
                  if (role.part() == part) {
                    session.terminal().say("  " + role.words() + ": " + field.name());
                  }
                });
          });
    }
    RetailDashboard.missing(shape)
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(session.terminal()::say);
    session.terminal().say("Written to " + out + ".");
  }

  private static RuntimeException nothing() {
    return new Problem(
            ProblemCode.QUESTION,
            "There is no retail dashboard of these shares.",
            "None of their tables looks like customers or sales.",
            "Make a dashboard of your own in the window.")
        .asException();
  }

  private ParameterException misused(String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }
}
