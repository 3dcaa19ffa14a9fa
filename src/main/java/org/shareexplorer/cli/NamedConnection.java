package org.shareexplorer.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.Connection;

/** Finds remembered connections by what people call them. */
final class NamedConnection {

  private NamedConnection() {}

  /** {@return the one connection of a name, or of an id} */
  static Connection in(List<Connection> connections, String name) {
    List<Connection> found =
        connections.stream()
            .filter(c -> c.name().equals(name) || c.id().text().equals(name))
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw found.isEmpty() ? none(connections, name) : several(found, name);
  }

  private static RuntimeException none(List<Connection> connections, String name) {
    return new Problem(
            ProblemCode.QUESTION,
            "There is no connection " + name + ".",
            connections.isEmpty()
                ? "No connections are remembered."
                : "Remembered are: "
                    + connections.stream().map(Connection::name).collect(Collectors.joining(", "))
                    + ".",
            "Name a credential file with --profile, or add one with connections add.")
        .asException();
  }

  private static RuntimeException several(List<Connection> found, String name) {
    return new Problem(
            ProblemCode.QUESTION,
            "There are " + found.size() + " connections " + name + ".",
            "Their ids are: "
                + found.stream().map(c -> c.id().text()).collect(Collectors.joining(", "))
                + ".",
            "Give one of the ids instead of the name.")
        .asException();
  }
}
