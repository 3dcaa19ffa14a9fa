package org.shareexplorer.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.TableEngine;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRanges;
import org.shareexplorer.net.Patience;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.FileLine;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.SharingClients;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.TableQuery;
import org.shareexplorer.protocol.auth.Activation;
import org.shareexplorer.protocol.auth.ActivationLink;

/**
 * One place and one fault: a server that is good but for that, and a client that asks it.
 *
 * @param place where it goes wrong
 * @param fault how
 * @param once whether it goes wrong at the first time only
 */
record Cell(Place place, Fault fault, boolean once) {

  /** In every credential, link and signature: it must not come to light. */
  static final String CANARY = "canary5Ecr3t";

  private static final Duration SHORT = Duration.ofMillis(2500);
  private static final Duration LONG = Duration.ofSeconds(10);

  private static final TableName TABLE = new TableName("s", "c", "t");

  /**
   * What came of it.
   *
   * @param value what was asked for, if it came
   * @param problem what was said, if not
   * @param endless bytes of a line without end that were taken
   * @param connections connections that were left open
   */
  record Outcome(
      Optional<String> value, Optional<Problem> problem, long endless, int connections) {}

  /**
   * {@return whether what was asked for must come, as the fault has passed when it is asked again}
   */
  boolean satOut() {
    if (!once || place == Place.ACTIVATION) {
      return false;
    }
    String name = fault.name();
    return fault.passing()
        || (place == Place.VERSION && (name.equals("404") || name.equals("405")))
        || (place == Place.FILE
            && (fault.equals(Fault.ENDED) || name.equals("400") || name.matches("40[13]")));
  }

  /** Short where nothing else ends it; else so long that a busy computer makes no difference. */
  private Patience patience() {
    Duration wait = once || !fault.silent() ? LONG : SHORT;
    return new Patience(
        LONG,
        wait,
        wait,
        once ? Duration.ofMinutes(2) : Duration.ofSeconds(6),
        Duration.ofMillis(1));
  }

  /** {@return whether playing it takes much of the processors} */
  boolean heavy() {
    return fault.name().contains("1 GB");
  }

  /** Asks, and says what came of it. */
  Outcome play(Path folder, Jobs jobs, Questions questions) throws IOException {
    Stage stage = new Stage(this);
    Http http = new Http(patience(), Clock.systemUTC());
    Optional<String> value = Optional.empty();
    Optional<Problem> problem = Optional.empty();
    try (TableEngine engine =
        new TableEngine(jobs, new HttpRanges(http), folder.resolve("cache"), 1 << 26, questions)) {
      value = Optional.of(asked(stage, http, engine, folder));
    } catch (ProblemException e) {
      problem = Optional.of(e.problem());
    } finally {
      http.close();
    }
    int left = stage.connections();
    stage.close();
    return new Outcome(value, problem, stage.endless(), left);
  }

  private String asked(Stage stage, Http http, TableEngine engine, Path folder) {
    Job job = Job.unattended();
    SharingClient client =
        new SharingClients(http, Clock.systemUTC())
            .of(ProfileReader.parse(stage.profile(), "test"));
    return switch (place) {
      case SHARES, TOKEN -> twice(() -> client.shares(job));
      case SCHEMAS -> twice(() -> client.schemas("s", job));
      case TABLES -> twice(() -> client.tables("s", "c", job));
      case ALL_TABLES -> twice(() -> client.allTables("s", job));
      case VERSION -> twice(() -> client.version(TABLE, job));
      case METADATA -> twice(() -> client.metadata(TABLE, job).schemaString());
      case QUERY -> twice(() -> files(client, job));
      case CHANGES ->
          twice(() -> client.changes(TABLE, ChangesQuery.versions(0, 7), line -> {}, job).size());
      case ACTIVATION -> twice(() -> activated(http, folder.resolve("kept"), stage.link(), job));
      case FILE -> {
        OpenTable open = engine.open(client, TABLE, AsOf.LATEST, job);
        List<String> column = List.of(open.snapshot().fields().getFirst().name());
        // The two ends of the table lie in two files.
        yield open.rows(0, 3, column, job).rows() + " " + open.rows(37, 3, column, job).rows();
      }
    };
  }

  /** What ends in between must have begun. */
  private String twice(Supplier<Object> call) {
    Object first = call.get();
    return first + " " + (fault.equals(Fault.ENDED) ? call.get() : first);
  }

  /** As the workspace does it. */
  private static String activated(Http http, Path folder, String link, Job job) {
    Activation.Fetched fetched =
        new Activation(http, folder).fetch(ActivationLink.parse(link), job);
    try {
      return ProfileReader.parse(fetched.text(), "link").endpoint().toString();
    } catch (ProblemException e) {
      throw fetched.unusable(e.problem());
    }
  }

  private static List<String> files(SharingClient client, Job job) {
    List<String> ids = new ArrayList<>();
    client.query(
        TABLE,
        TableQuery.LATEST,
        new SharingClient.FileLines() {
          @Override
          public void accept(FileLine line) {
            ids.add(line.id());
          }

          @Override
          public boolean restart() {
            ids.clear();
            return true;
          }
        },
        job);
    return ids;
  }

  @Override
  public String toString() {
    return place + ", " + fault + (once ? ", once" : "");
  }
}
