package org.shareexplorer.net;

import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** What goes wrong with one data file. Names the file and its host, never the signed address. */
final class FileProblems {

  private static final String RELOAD = "Load the table again; if it stays, tell the provider.";

  private final String file;
  private final String host;

  FileProblems(String address) {
    this.file = ExactUrl.fileName(address);
    this.host = ExactUrl.host(address);
  }

  String failure() {
    return "The data file " + file + " could not be read.";
  }

  ProblemException expired(int status) {
    return problem(
        ProblemCode.FILE_EXPIRED,
        "The storage " + host + " no longer accepts its signed address.",
        "Load the table again to get new addresses.",
        "HTTP " + status);
  }

  ProblemException gone(int status) {
    return problem(
        ProblemCode.FILE_UNAVAILABLE,
        "It is no longer at " + host + "; the provider may have cleaned up the table.",
        RELOAD,
        "HTTP " + status);
  }

  ProblemException unavailable(int status) {
    return problem(
        ProblemCode.FILE_UNAVAILABLE,
        "The storage " + host + " answered with the status " + status + ".",
        "Try again later; if it stays, tell the provider.",
        "HTTP " + status);
  }

  ProblemException noRanges() {
    return problem(
        ProblemCode.FILE_UNAVAILABLE,
        "The storage " + host + " does not hand out parts of files, and the file is large.",
        "Ask the provider for a storage that supports HTTP range requests.",
        "HTTP 200 to a range request");
  }

  ProblemException encoded() {
    return problem(
        ProblemCode.FILE_UNAVAILABLE,
        "The storage " + host + " sends it compressed in transit, which parts of files rule out.",
        "Ask the provider to store it without a content encoding.",
        "");
  }

  ProblemException otherSize(String actual, long expected) {
    return problem(
        ProblemCode.FILE_DAMAGED,
        "It does not have the size that the table says.",
        RELOAD,
        actual + " bytes" + (expected < 0 ? "" : " instead of " + expected));
  }

  ProblemException changed() {
    return problem(
        ProblemCode.FILE_CHANGED,
        "The storage " + host + " has another file in its place since it was first read.",
        RELOAD,
        "another ETag");
  }

  ProblemException otherRange(String expected, String actual) {
    return problem(
        ProblemCode.FILE_DAMAGED,
        "The storage " + host + " sent another part of it than was asked for.",
        RELOAD,
        "asked for " + expected + ", got " + (actual.isEmpty() ? "no Content-Range" : actual));
  }

  private ProblemException problem(ProblemCode code, String why, String remedy, String detail) {
    return new Problem(code, failure(), why, remedy, detail).asException();
  }
}
