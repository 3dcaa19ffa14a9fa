package org.shareexplorer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionStore;
import org.shareexplorer.profile.PlainHttp;
import org.shareexplorer.profile.ProfileDraft;
import org.shareexplorer.protocol.auth.Activation;
import org.shareexplorer.protocol.auth.ActivationLink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Remembers a connection. */
@Command(
    name = "add",
    description = {
      "Remembers a connection, and prints its name.",
      "The credential is kept encrypted, the key in the system's keychain where there is one."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer connections add config.share --name Acme",
      "  share-explorer connections add --use-link https://HOST/delta_sharing/retrieve_config.html?...",
      "  some-secret-store read share | share-explorer connections add -"
    })
final class AddConnectionCommand implements Callable<Integer> {

  private static final int MOST = 1 << 20;

  private final Session session;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final Reporting reporting = new Reporting();

  @Parameters(
      index = "0",
      paramLabel = "FILE|LINK|-",
      description = "A credential file, an activation link, or - for a file on standard input.")
  private String source = "";

  @Option(names = "--name", paramLabel = "NAME", description = "What to call the connection.")
  private @Nullable String name;

  @Option(
      names = "--use-link",
      description = "Use the activation link up: it gives the credential once only.")
  private boolean useLink;

  @Option(
      names = "--allow-http",
      description = "Add a server that is reached without encryption, not on this computer.")
  private boolean allowHttp;

  AddConnectionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (ActivationLink.isLink(source) && !useLink) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "An activation link works only once: afterwards the credential is on this computer and"
              + " nowhere else. Add --use-link to use it here.");
    }
    return session.run(reporting, this::add);
  }

  private void add(Job job) throws IOException {
    Sources sources = session.sources().get();
    ConnectionStore store = sources.store();
    Connection added =
        ActivationLink.isLink(source) ? activated(sources, job) : store.add(allowed(draft()), job);
    String wanted = name;
    Connection connection = wanted == null ? added : store.rename(added.id(), wanted);
    session.terminal().print(CellLine.harmless(connection.name()));
    session.terminal().say(connection.protection().sentence());
  }

  private Connection activated(Sources sources, Job job) {
    ActivationLink link = ActivationLink.parse(source);
    Activation.Fetched fetched = sources.activation().fetch(link, job);
    try {
      Connection connection =
          sources.store().add(allowed(ProfileDraft.of(fetched.text(), link.host())), job);
      fetched.done();
      return connection;
    } catch (ProblemException e) {
      throw fetched.unusable(e.problem());
    }
  }

  private ProfileDraft allowed(ProfileDraft draft) {
    draft
        .unencrypted()
        .ifPresent(address -> {
          if (!allowHttp) {
            PlainHttp.refuse(
                address,
                "Ask the provider for an address with https, or add --allow-http to take the"
                    + " risk.");
          }
          session.terminal().say(PlainHttp.SENTENCE);
        });
    return draft;
  }

  private ProfileDraft draft() throws IOException {
    if (source.equals("-")) {
      byte[] text = session.terminal().in().readNBytes(MOST);
      return ProfileDraft.of(new String(text, StandardCharsets.UTF_8), "standard input");
    }
    try {
      return ProfileDraft.read(Path.of(source));
    } catch (InvalidPathException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "This is neither a file nor a link.");
    }
  }
}
