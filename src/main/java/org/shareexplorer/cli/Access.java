package org.shareexplorer.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.profile.Expiry;
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
   * Opens the provider.
   *
   * @throws ParameterException if nothing says which one
   */
  Provider open(Sources sources, Map<String, String> environment, Job job) {
    if (choice.demo) {
      return demo(sources, job);
    }
    if (choice.connection != null) {
      Connection connection = NamedConnection.in(sources.store().list(), choice.connection);
      return connection.id().equals(ConnectionId.DEMO)
          ? demo(sources, job)
          : of(sources.store().profile(connection.id(), job), connection.name(), sources, () -> {});
    }
    if (choice.profile != null) {
      return ofFile(choice.profile, sources);
    }
    return switch (ProfileVariable.of(environment).orElseThrow(this::nothingGiven)) {
      case ProfileVariable.File(Path path) -> ofFile(path, sources);
      case ProfileVariable.Text(String json) ->
          of(
              ProfileReader.parse(json, ProfileVariable.NAME),
              ProfileVariable.NAME,
              sources,
              () -> {});
    };
  }

  private Provider ofFile(Path file, Sources sources) {
    return of(ProfileReader.read(file), String.valueOf(file.getFileName()), sources, () -> {});
  }

  private Provider demo(Sources sources, Job job) {
    DemoShare share = sources.demo().start(job);
    return of(
        ProfileReader.parse(share.profileJson(), "the demo share"),
        "the demo share",
        sources,
        share::close);
  }

  private Provider of(Profile profile, String name, Sources sources, Runnable end) {
    if (!tryExpired
        && Expiry.of(profile.expiration(), sources.clock()) instanceof Expiry.Past past) {
      throw new Problem(
              ProblemCode.PROFILE_EXPIRED,
              "The credential in " + name + " was not used.",
              "It ended on " + past.end().toString().substring(0, 10) + ".",
              "Ask your provider for a new file, or add --try-expired to try it all the same.")
          .asException();
    }
    return new Provider(sources.clients().of(profile, name), sources.engine(), end);
  }

  private ParameterException nothingGiven() {
    return new ParameterException(
        Objects.requireNonNull(command).commandLine(),
        "Nothing says which provider to ask. Name the credential file with --profile FILE or in"
            + " DELTA_SHARING_CONFIG, or try the demo share with --demo.");
  }
}
