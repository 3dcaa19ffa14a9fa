package org.shareexplorer.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.shareexplorer.problem.ProblemException;

/**
 * In which ways a table's files are given out (protocol, "Access Modes"): by signed addresses,
 * which this application reads, or as a folder of a cloud storage with credentials of its own.
 */
final class AccessModes {

  private AccessModes() {}

  /**
   * {@return whether a table is given out as a folder only; who says nothing gives out addresses}
   *
   * @param node what says so: a table's line in a list, or its metadata
   */
  static boolean folderOnly(JsonNode node) {
    List<String> modes = Json.texts(node, "accessModes");
    return !modes.isEmpty() && modes.stream().noneMatch(mode -> mode.equalsIgnoreCase("url"));
  }

  /** {@return the problem of such a table} */
  static ProblemException refusal(ServerProblems problems, String failure) {
    return problems.unsupported(
        failure,
        "The provider gives it out as a folder of a cloud storage only, not as single files.");
  }
}
