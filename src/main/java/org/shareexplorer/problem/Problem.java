package org.shareexplorer.problem;

/**
 * Something that went wrong, told to a person in three short sentences. None of them holds a
 * secret: no token, no password, no signed address.
 *
 * @param code stable name of the kind of problem
 * @param what what failed, such as "The table customers could not be opened."
 * @param why the cause as far as it is known; may be empty
 * @param remedy what the person can do next; may be empty
 * @param detail the other side's own words or technical facts, shown folded; may be empty
 */
public record Problem(ProblemCode code, String what, String why, String remedy, String detail) {

  /** A problem without the other side's words. */
  public Problem(ProblemCode code, String what, String why, String remedy) {
    this(code, what, why, remedy, "");
  }

  /** {@return the sentences in one line, without the detail} */
  public String sentence() {
    return String.join(" ", what, why, remedy).strip().replaceAll(" {2,}", " ");
  }

  /** {@return the same problem with another detail} */
  public Problem withDetail(String words) {
    return new Problem(code, what, why, remedy, words);
  }

  /** {@return the same problem where several providers are asked: it says whose it is} */
  public Problem from(String provider) {
    String cause = why.isBlank() ? "That is of " + provider + "." : provider + ": " + why;
    return new Problem(code, what, cause, remedy, detail);
  }

  /** {@return an exception that carries this problem} */
  public ProblemException asException() {
    return new ProblemException(this);
  }

  /** {@return an exception that carries this problem and what caused it} */
  public ProblemException asException(Throwable cause) {
    return new ProblemException(this, cause);
  }
}
