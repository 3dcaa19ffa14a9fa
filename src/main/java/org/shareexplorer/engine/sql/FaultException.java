package org.shareexplorer.engine.sql;

import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** A query's text cannot be run, for a reason at a place. */
final class FaultException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient SqlCheck.Faulty fault;

  private FaultException(SqlCheck.Faulty fault) {
    super(fault.problem().sentence());
    this.fault = fault;
  }

  SqlCheck.Faulty fault() {
    return fault;
  }

  /** A fault whose place is a part of the text. */
  static FaultException at(String text, int from, int to, String why, String remedy) {
    int start = Math.clamp(from, 0, text.length());
    int end = Math.clamp(to, start, text.length());
    long line = text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    int column = start - text.lastIndexOf("\n", start - 1);
    String where = end == start ? "." : " at line " + line + ", character " + column + ".";
    return new FaultException(
        new SqlCheck.Faulty(
            new Problem(ProblemCode.QUESTION, "The query cannot be run" + where, why, remedy),
            start,
            end));
  }

  /** A fault of the whole text. */
  static FaultException of(String text, String why, String remedy) {
    return at(text, 0, 0, why, remedy);
  }
}
