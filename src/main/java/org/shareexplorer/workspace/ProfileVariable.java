package org.shareexplorer.workspace;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** What the environment's variable for credential files holds: a profile itself, or where it is. */
public sealed interface ProfileVariable {

  /** The variable's name. */
  String NAME = "DELTA_SHARING_CONFIG";

  /** The path of a credential file. */
  record File(Path path) implements ProfileVariable {}

  /** A profile's JSON; holds a secret, so it is not printed. */
  record Text(String json) implements ProfileVariable {
    @Override
    public String toString() {
      return "Text[••••]";
    }
  }

  /** {@return what the variable holds, if it is set} */
  static Optional<ProfileVariable> of(Map<String, String> environment) {
    String value = environment.getOrDefault(NAME, "").strip();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.startsWith("{")) {
      return Optional.of(new Text(value));
    }
    try {
      return Optional.of(new File(Path.of(value)));
    } catch (InvalidPathException e) {
      // The value may be a damaged profile, so neither it nor the fault is quoted.
      throw new Problem(
              ProblemCode.PROFILE_UNREADABLE,
              "The environment variable " + NAME + " cannot be used.",
              "It holds neither a profile's JSON nor the path of a file.",
              "Set it to the path of the config.share that the provider sent.")
          .asException();
    }
  }
}
