package org.shareexplorer.workspace.network;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.CertificateFile;
import org.shareexplorer.net.ProxyServer;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Secret;
import org.shareexplorer.profile.keychain.Vault;
import org.shareexplorer.settings.PrivateFiles;

/**
 * Keeps what a person chose of the network in the configuration folder: {@code network.json}, the
 * company's certificates in {@code certificates.pem}, and the proxy's password, sealed as
 * credentials are, in {@code proxy-password.sealed}. Files that are damaged are set aside. Methods
 * that take a job may wait for the system's keychain.
 */
public final class NetworkStore {

  private static final System.Logger LOG = System.getLogger(NetworkStore.class.getName());
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PASSWORD = "proxy-password";

  private final Path preferences;
  private final Path certificates;
  private final Path password;
  private final Vault vault;

  /** A store in a folder, which need not exist yet. */
  public NetworkStore(Path config, Vault vault) {
    this.preferences = config.resolve("network.json");
    this.certificates = config.resolve("certificates.pem");
    this.password = config.resolve(PASSWORD + ".sealed");
    this.vault = vault;
  }

  /** {@return what was chosen, or the usual} */
  public NetworkPreferences preferences() {
    try {
      JsonNode root = JSON.readTree(Files.readString(preferences));
      int port = root.path("port").asInt();
      boolean proxy = port > 0 && port < 65_536;
      return new NetworkPreferences(
          one(NetworkPreferences.Proxy.values(), root.path("proxy").asText()),
          one(ProxyServer.Kind.values(), root.path("kind").asText()),
          proxy ? root.path("host").asText() : "",
          proxy ? port : 0,
          root.path("user").asText(),
          root.path("exceptions").asText());
    } catch (NoSuchFileException e) {
      return NetworkPreferences.USUAL;
    } catch (JacksonException e) {
      setAside(preferences);
      return NetworkPreferences.USUAL;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The network's settings could not be read.", e);
      return NetworkPreferences.USUAL;
    }
  }

  /** The first one stands for what is unknown. */
  private static <E extends Enum<E>> E one(E[] values, String name) {
    return Arrays.stream(values)
        .filter(value -> value.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(values[0]);
  }

  /** Keeps what was chosen. */
  public void keep(NetworkPreferences chosen) {
    String text =
        JSON.createObjectNode()
            .put("proxy", chosen.proxy().name().toLowerCase(Locale.ROOT))
            .put("kind", chosen.kind().name().toLowerCase(Locale.ROOT))
            .put("host", chosen.host())
            .put("port", chosen.port())
            .put("user", chosen.user())
            .put("exceptions", chosen.exceptions())
            .toPrettyString();
    write(preferences, text);
  }

  /** {@return the company's certificates} */
  public List<X509Certificate> certificates() {
    if (!Files.exists(certificates)) {
      return List.of();
    }
    try {
      return CertificateFile.read(certificates);
    } catch (ProblemException e) {
      setAside(certificates);
      return List.of();
    }
  }

  /** Keeps the company's certificates, in the place of those before. */
  public void keep(List<X509Certificate> all) {
    if (all.isEmpty()) {
      delete(certificates);
    } else {
      write(certificates, CertificateFile.text(all));
    }
  }

  /** {@return the proxy's password; empty if there is none, or its key cannot be reached} */
  public Optional<Secret> password(Job job) {
    try {
      return Optional.of(new Secret(vault.open(Files.readString(password), PASSWORD, job)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The proxy's password could not be opened.", e);
      return Optional.empty();
    }
  }

  /** Keeps the proxy's password, sealed; an empty one is forgotten. */
  public void keepPassword(Secret secret, Job job) {
    if (secret.reveal().isEmpty()) {
      delete(password);
      return;
    }
    try {
      write(password, vault.seal(secret.reveal(), PASSWORD, job).text());
    } catch (IOException e) {
      throw unwritable(password, e);
    }
  }

  private static void write(Path file, String text) {
    try {
      PrivateFiles.write(file, text);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static ProblemException unwritable(Path file, IOException cause) {
    return new Problem(
            ProblemCode.DISK,
            "The network's settings could not be saved.",
            "The file " + file + " cannot be written.",
            "Make room on the disk, or allow this account to write there.")
        .asException(cause);
  }

  private static void setAside(Path file) {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "A damaged file could not be set aside: " + file, e);
    }
  }
}
