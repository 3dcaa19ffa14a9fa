package org.shareexplorer.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A connection looked over. Holds no secret.
 *
 * @param start when it began
 * @param host the endpoint's host
 * @param findings one for each step, in their order
 * @param unspoken the person's own names, which the provider is not told: of users, of a proxy
 */
public record Examination(
    Instant start, String host, List<Finding> findings, List<String> unspoken) {

  public Examination {
    findings = List.copyOf(findings);
    unspoken = List.copyOf(unspoken);
  }

  /** {@return the step that failed, if one did} */
  public Optional<Finding> failure() {
    return findings.stream().filter(finding -> finding.result() == Result.FAILED).findFirst();
  }

  /** {@return what came out of it, in a sentence} */
  public String verdict() {
    Optional<Finding> failed = failure();
    if (failed.isPresent()) {
      return "It fails at the step “" + failed.get().step().title() + "”.";
    }
    if (findings.stream().anyMatch(finding -> finding.result() == Result.NOT_TRIED)) {
      return "Nothing failed, but not every step could be tried.";
    }
    return findings.stream().anyMatch(finding -> finding.result() == Result.NOTED)
        ? "The connection works; there is something to know about it."
        : "The connection works.";
  }
}
