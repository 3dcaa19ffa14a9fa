package org.shareexplorer.doctor;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shareexplorer.problem.Problem;

/**
 * An examination as text for the provider: what their logs can be searched by, and nothing that is
 * the person's own: no credential, no signature, no name of a user, no folder, no proxy.
 */
public final class ExaminationText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String INDENT = " ".repeat(33);

  private ExaminationText() {}

  /**
   * {@return the text}
   *
   * @param version the application's version
   */
  public static String of(Examination examination, String version) {
    List<String> lines = new ArrayList<>();
    lines.add("Delta Sharing connection check, by Share Explorer " + version);
    lines.add("Time:      " + TIME.format(examination.start()));
    lines.add("Endpoint:  " + examination.host());
    lines.add("Result:    " + examination.verdict());
    lines.add("");
    for (Finding finding : examination.findings()) {
      add(finding, lines);
    }
    lines.add("");
    lines.add("This text holds no credential, no signed address and no user's name.");
    String text = String.join("\n", lines) + "\n";
    String home = System.getProperty("user.home", "");
    for (String own :
        Stream.concat(examination.unspoken().stream(), Stream.of(home)).distinct().toList()) {
      text = without(text, own);
    }
    return text;
  }

  private static void add(Finding finding, List<String> lines) {
    String took = finding.result() == Result.NOT_TRIED ? "" : length(finding.took());
    lines.add(
        "%-11s %-12s %7s  %s"
            .formatted(
                finding.step().title(),
                finding.result().words(),
                took,
                finding.problem().map(ExaminationText::sentence).orElse(finding.words()))
            .stripTrailing());
    if (finding.problem().isPresent()) {
      Problem problem = finding.problem().get();
      if (!finding.words().isEmpty()) {
        lines.add(INDENT + " " + finding.words());
      }
      lines.add(INDENT + " Code: " + problem.code().text());
      problem.detail().lines().limit(20).forEach(line -> lines.add(INDENT + " > " + line));
    }
    finding.facts().stream()
        .filter(Fact::open)
        .forEach(fact -> lines.add(INDENT + " " + fact.name() + ": " + fact.value()));
  }

  /** What to do is for the person, not for the provider. */
  private static String sentence(Problem problem) {
    return (problem.what() + " " + problem.why()).strip();
  }

  private static String without(String text, String own) {
    return own.isBlank()
        ? text
        : Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(own) + "(?![\\p{L}\\p{N}])")
            .matcher(text)
            .replaceAll(Matcher.quoteReplacement("(left out)"));
  }

  /** {@return how long a step took, for people} */
  public static String length(Duration took) {
    long millis = took.toMillis();
    return millis < 1
        ? "<1 ms"
        : millis < 10_000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
  }

  /** {@return what there is to say of a finding on screen, what to do included} */
  public static String words(Finding finding) {
    Optional<Problem> problem = finding.problem();
    return problem.isEmpty()
        ? finding.words()
        : (problem.get().sentence() + " " + finding.words()).strip();
  }
}
