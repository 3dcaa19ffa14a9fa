package org.shareexplorer.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.doctor.Doctor;
import org.shareexplorer.doctor.Examination;
import org.shareexplorer.doctor.ExaminationText;
import org.shareexplorer.doctor.Fact;
import org.shareexplorer.doctor.Finding;
import org.shareexplorer.doctor.Patient;
import org.shareexplorer.doctor.Result;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.protocol.TableName;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks a connection over. */
@Command(
    name = "doctor",
    description = {
      "Looks a connection over, step by step: name, connection, TLS, endpoint, credential, list, one table's query, the first bytes of one file.",
      "The exit code is 1 if a step fails."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer doctor Acme",
      "  share-explorer doctor --profile config.share --table SHARE SCHEMA TABLE",
      "  share-explorer doctor Acme --report > for-the-provider.txt",
      "  share-explorer doctor --demo --json"
    })
final class DoctorCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Access access = new Access();

  @Mixin private final Reporting reporting = new Reporting();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CONNECTION",
      description = "A connection that the window remembers: its name, or its id.")
  private @Nullable String connection;

  @Option(
      names = "--table",
      arity = "3",
      paramLabel = "NAME",
      description =
          "The table to try: its share, schema and name. Without it, the first one listed that has a file.")
  private String @Nullable [] table;

  @ArgGroup private final Form form = new Form();

  /** One of these; none means lines that come as the steps end. */
  private static final class Form {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
        names = "--report",
        description =
            "Print a text to send to the provider, without credential, signed addresses and names of users.")
    private boolean report;
  }

  private boolean failed;

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    failed = false;
    int code = session.run(reporting, this::examine);
    return code == ExitCode.OK && failed ? ExitCode.SOFTWARE : code;
  }

  private void examine(Job job) {
    Sources sources = session.sources().get();
    Map<String, String> environment = session.terminal().environment();
    try (Access.Found found =
        access.find(Optional.ofNullable(connection), sources, environment, job)) {
      Examination examination =
          new Doctor(sources.clients(), sources.clock())
              .examine(
                  new Patient(found.name(), found.profile(), wanted()),
                  finding -> told(finding, job),
                  job);
      failed = examination.failure().isPresent();
      if (form.json) {
        Json.print(session.terminal(), out -> write(examination, out));
      } else if (form.report) {
        session.terminal().out().print(ExaminationText.of(examination, Release.text()));
      } else {
        examination.findings().stream()
            .filter(finding -> finding.result() == Result.NOT_TRIED)
            .forEach(this::line);
        session.terminal().print("");
        session.terminal().print(examination.verdict());
      }
    }
  }

  private Optional<TableName> wanted() {
    String[] names = table;
    return names == null
        ? Optional.empty()
        : Optional.of(new TableName(names[0], names[1], names[2]));
  }

  private void told(Finding finding, Job job) {
    if (finding.result() == Result.UNDER_WAY) {
      job.progress(Progress.of(finding.step().title()));
    } else if (!form.json && !form.report) {
      line(finding);
    }
  }

  private void line(Finding finding) {
    boolean tried = finding.result() != Result.NOT_TRIED;
    session
        .terminal()
        .print(
            CellLine.harmless(
                    "%-11s %-12s %9s  %s"
                        .formatted(
                            finding.step().title(),
                            finding.result().words(),
                            tried ? ExaminationText.length(finding.took()) : "",
                            ExaminationText.words(finding)))
                .stripTrailing());
    if (reporting.verbose) {
      finding.problem().map(Problem::detail).stream()
          .flatMap(String::lines)
          .forEach(words -> session.terminal().print("    > " + CellLine.harmless(words)));
      for (Fact fact : finding.facts()) {
        session.terminal().print("    " + CellLine.harmless(fact.name() + ": " + fact.value()));
      }
    }
    session.terminal().out().flush();
  }

  private static void write(Examination examination, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("start", examination.start().toString());
    out.writeStringField("host", examination.host());
    out.writeBooleanField("works", examination.failure().isEmpty());
    out.writeStringField("verdict", examination.verdict());
    out.writeArrayFieldStart("steps");
    for (Finding finding : examination.findings()) {
      out.writeStartObject();
      out.writeStringField("step", finding.step().id());
      out.writeStringField("result", finding.result().id());
      out.writeNumberField("millis", finding.took().toMillis());
      out.writeStringField("words", ExaminationText.words(finding));
      if (finding.problem().isPresent()) {
        Problem problem = finding.problem().get();
        out.writeStringField("code", problem.code().text());
        out.writeStringField("detail", problem.detail());
      }
      out.writeObjectFieldStart("facts");
      for (Fact fact : finding.facts()) {
        out.writeStringField(fact.name(), fact.value());
      }
      out.writeEndObject();
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
