package org.shareexplorer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.profile.Expiry;
import org.shareexplorer.profile.PlainHttp;
import org.shareexplorer.profile.Profile;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.provider.DemoShare;
import org.shareexplorer.workspace.ProfileVariable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which provider a command is about, and with which credential. */
final class Access {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @ArgGroup private final Choice choice = new Choice();

  @Option(
      names = "--try-expired",
      description = "Send the credential although its end date has passed.")
  private boolean tryExpired;

  @Option(
      names = "--allow-http",
      description = "Send the credential of a file without encryption, if its server wants that.")
  private boolean allowHttp;

  /** One of these; none means the environment's variable. */
  private static final class Choice {
    @Option(
        names = "--profile",
        paramLabel = "FILE",
        description = {
          "The credential file that the provider sent, usually called config.share.",
          "Without it, the variable DELTA_SHARING_CONFIG holds its path or its JSON."
        })
    private @Nullable Path profile;

    @Option(
        names = "--connection",
        paramLabel = "NAME",
        description = "A connection that the window remembers.")
    private @Nullable String connection;

    @Option(names = "--demo", description = "The built-in demo share, started for this command.")
    private boolean demo;
  }

  /**
   * What the options say.
   *
   * @param profile where to go, with which credential
   * @param name what people call it
   * @param end what ends with the command
   */
  record Found(Profile profile, String name, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  /**
   * Opens the provider.
   *
   * @throws ParameterException if nothing says which one
   */
  Provider open(Sources sources, Map<String, String> environment, Job job) {
    return opened(find(Optional.empty(), sources, environment, job), sources);
  }

  /**
   * Opens one more provider.
   *
   * @param named a connection that is remembered, or a credential file
   */
  Provider also(String named, Sources sources, Job job) {
    Path file = Path.of(named);
    return opened(
        Files.isRegularFile(file) ? ofFile(file) : connection(named, sources, job), sources);
  }

  private Provider opened(Found found, Sources sources) {
    if (!tryExpired
        && Expiry.of(found.profile().expiration(), sources.clock()) instanceof Expiry.Past past) {
      found.close();
      throw new Problem(
              ProblemCode.PROFILE_EXPIRED,
              "The credential in " + found.name() + " was not used.",
              "It ended on " + past.end().toString().substring(0, 10) + ".",
              "Ask your provider for a new file, or add --try-expired to try it all the same.")
          .asException();
    }
    return new Provider(
        found.name(),
        sources.clients().of(found.profile(), found.name()),
        sources.engine(),
        found.end());
  }

  /**
   * Finds the credential.
   *
   * @param named a connection's name that was given without an option
   * @throws ParameterException if nothing says which one
   */
  Found find(Optional<String> named, Sources sources, Map<String, String> environment, Job job) {
    if (choice.demo) {
      return demo(sources, job);
    }
    Optional<String> wanted = named.or(() -> Optional.ofNullable(choice.connection));
    if (wanted.isPresent()) {
      return connection(wanted.get(), sources, job);
    }
    if (choice.profile != null) {
      return ofFile(choice.profile);
    }
    return switch (ProfileVariable.of(environment).orElseThrow(this::nothingGiven)) {
      case ProfileVariable.File(Path path) -> ofFile(path);
      case ProfileVariable.Text(String json) ->
          new Found(
              allowed(ProfileReader.parse(json, ProfileVariable.NAME)),
              ProfileVariable.NAME,
              () -> {});
    };
  }

  private static Found connection(String name, Sources sources, Job job) {
    Connection connection = NamedConnection.in(sources.store().list(), name);
    return connection.id().equals(ConnectionId.DEMO)
        ? demo(sources, job)
        : new Found(sources.store().profile(connection.id(), job), connection.name(), () -> {});
  }

  private Found ofFile(Path file) {
    return new Found(
        allowed(ProfileReader.read(file)), String.valueOf(file.getFileName()), () -> {});
  }

  /** Connections that are remembered were allowed when they were added. */
  private Profile allowed(Profile profile) {
    if (!allowHttp) {
      PlainHttp.refuse(
          profile,
          "Ask the provider for an address with https, or add --allow-http to take the risk.");
    }
    return profile;
  }

  private static Found demo(Sources sources, Job job) {
    DemoShare share = sources.demo().start(job);
    return new Found(
        ProfileReader.parse(share.profileJson(), "the demo share"), "the demo share", share::close);
  }

  private ParameterException nothingGiven() {
    return new ParameterException(
        Objects.requireNonNull(command).commandLine(),
        "Nothing says which provider to ask. Name the credential file with --profile FILE or in"
            + " DELTA_SHARING_CONFIG, or try the demo share with --demo.");
  }
}
