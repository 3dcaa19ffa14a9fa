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

  ProblemException expired(String detail) {
    return problem(
        ProblemCode.FILE_EXPIRED,
        "The storage " + host + " no longer accepts its signed address.",
        "Load the table again to get new addresses.",
        detail);
  }

  /** It may be the signature's end or a rule: the storage does not say. */
  ProblemException denied(String detail) {
    return problem(
        ProblemCode.FILE_EXPIRED,
        "The storage "
            + host
            + " denies access: its signed address has ended, or it does not let this network in.",
        "Load the table again; if it stays, ask the provider whether the storage is open to your"
            + " network.",
        detail);
  }

  ProblemException firewall(String detail) {
    return problem(
        ProblemCode.FILE_REFUSED,
        "The storage "
            + host
            + " accepts its signed address, but its firewall does not let this"
            + " network in.",
        "Ask the provider to open the storage to the address by which your network goes out, or go"
            + " through the VPN that is let in.",
        detail);
  }

  ProblemException otherNetwork(String detail) {
    return problem(
        ProblemCode.FILE_REFUSED,
        "The storage "
            + host
            + " accepts its signed address only from another address than this"
            + " network's.",
        "Tell the provider the address by which your network goes out; a VPN or a proxy changes it.",
        detail);
  }

  ProblemException clocks(String detail) {
    return problem(
        ProblemCode.FILE_REFUSED,
        "By the clock of the storage " + host + ", its signed address is not valid yet.",
        "The provider's clock and the storage's differ: tell the provider.",
        detail);
  }

  ProblemException altered(String detail) {
    return problem(
        ProblemCode.FILE_REFUSED,
        "The storage "
            + host
            + " says that its signed address was altered, or signed with a key"
            + " that was replaced.",
        "A proxy or gateway on the way may rewrite addresses: ask your IT; else tell the provider.",
        detail);
  }

  ProblemException unencrypted(String detail) {
    return problem(
        ProblemCode.FILE_REFUSED,
        "The storage " + host + " wants to be reached by an encrypted connection.",
        "Ask the provider for addresses that begin with https.",
        detail);
  }

  ProblemException webPage(String detail) {
    return problem(
        ProblemCode.NETWORK_SIGN_IN,
        "Instead of the storage " + host + ", something on the way answered with a web page.",
        "If this network asks for a sign-in in the browser, sign in there and try again; else ask"
            + " your IT whether a proxy blocks the storage.",
        detail);
  }

  ProblemException gone(String detail) {
    return problem(
        ProblemCode.FILE_UNAVAILABLE,
        "It is no longer at " + host + "; the provider may have cleaned up the table.",
        RELOAD,
        detail);
  }

  ProblemException unavailable(int status, String detail) {
    return problem(
        ProblemCode.FILE_UNAVAILABLE,
        "The storage " + host + " answered with the status " + status + ".",
        "Try again later; if it stays, tell the provider.",
        detail);
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
