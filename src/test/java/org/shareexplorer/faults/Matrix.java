package org.shareexplorer.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shareexplorer.faults.Cell.Outcome;
import org.shareexplorer.problem.Problem;

/**
 * What came of every cell, as a page of the documentation.
 *
 * @param outcomes by cell
 */
record Matrix(Map<Cell, Outcome> outcomes) {

  String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # What goes wrong, and what is said then
            Written by `FaultMatrixTest`, which plays each of these faults over HTTP at each of these places, once lasting
            and once in passing, and fails if the outcome differs from this page. A cell names the code of the problem that a
            lasting fault ends in; **ok** is what was asked for, got in another way. A tick says that a fault which passes is
            sat out: the request is repeated, and its value is the right one. Activation links are never asked for twice.
            After a change that is meant, `-Dfaults.write=true` has the test write the page anew.

            """);
    page.append("| fault |");
    Arrays.stream(Place.values()).forEach(place -> page.append(' ').append(place).append(" |"));
    page.append("\n|---|").append("---|".repeat(Place.values().length)).append('\n');
    Fault.all().forEach(fault -> page.append(row(fault)).append('\n'));
    page.append(
        "\n## The sentences\nFor each code, why it is said to be so; *h* is the host that failed.\n\n");
    page.append("| code | why | what to do |\n|---|---|---|\n");
    page.append(
        outcomes.keySet().stream()
            .flatMap(cell -> sentence(cell).stream())
            .distinct()
            .sorted()
            .collect(Collectors.joining("\n")));
    return page.append('\n').toString();
  }

  /** {@return the lines of the page that a cell has a part in} */
  List<String> lines(Cell cell) {
    return Stream.concat(Stream.of(row(cell.fault())), sentence(cell).stream()).toList();
  }

  private String row(Fault fault) {
    return Arrays.stream(Place.values())
        .map(place -> " " + cell(place, fault) + " |")
        .collect(Collectors.joining("", "| " + fault + " |", ""));
  }

  /** What is said at a lasting fault. */
  private Optional<String> sentence(Cell cell) {
    Outcome outcome = outcomes.get(cell);
    return cell.once() || outcome == null
        ? Optional.empty()
        : outcome
            .problem()
            .map(problem ->
                "| %s | %s | %s |"
                    .formatted(
                        problem.code().text(), plain(problem.why()), plain(problem.remedy())));
  }

  private String cell(Place place, Fault fault) {
    Outcome lasting = outcomes.get(new Cell(place, fault, false));
    if (lasting == null) {
      throw new IllegalStateException(place + " " + fault);
    }
    Optional<Problem> problem = lasting.problem();
    String words = problem.map(said -> said.code().text()).orElse("**ok**");
    return problem.isPresent() && new Cell(place, fault, true).satOut() ? words + " ✓" : words;
  }

  /** Without what differs from run to run. */
  private static String plain(String words) {
    return words
        .replaceAll("127\\.0\\.0\\.1(:\\d+)?", "*h*")
        .replaceAll("status (?!501)\\d{3}", "status *n*")
        .replaceAll("/\\S*/(answer-)[-0-9a-f]+\\.json", "…/$1….json");
  }
}
