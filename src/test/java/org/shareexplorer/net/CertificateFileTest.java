package org.shareexplorer.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

class CertificateFileTest {

  private static final HeldCertificate ROOT =
      new HeldCertificate.Builder()
          .commonName("Office Root")
          .organizationalUnit("IT")
          .certificateAuthority(1)
          .build();
  private static final HeldCertificate MIDDLE =
      new HeldCertificate.Builder()
          .commonName("Office Middle")
          .certificateAuthority(0)
          .signedBy(ROOT)
          .build();

  private static final List<X509Certificate> BOTH =
      List.of(ROOT.certificate(), MIDDLE.certificate());

  @TempDir private Path folder;

  private List<X509Certificate> read(byte[] content) throws IOException {
    return CertificateFile.read(Files.write(folder.resolve("office.crt"), content));
  }

  private ProblemException problem(byte[] content) {
    return catchThrowableOfType(ProblemException.class, () -> read(content));
  }

  @Test
  void everyUsualKindOfFileIsRead() throws Exception {
    byte[] pkcs7 =
        CertificateFactory.getInstance("X.509").generateCertPath(BOTH).getEncoded("PKCS7");
    String armoured =
        "-----BEGIN PKCS7-----\n"
            + Base64.getMimeEncoder().encodeToString(pkcs7)
            + "\n-----END PKCS7-----\n";
    String pem =
        "Bag Attributes\n  x: y\n" + ROOT.certificatePem() + "\r\n" + MIDDLE.certificatePem();
    assertThat(read(pem.getBytes(UTF_8))).isEqualTo(BOTH);
    assertThat(read((pem + pem).getBytes(UTF_8))).isEqualTo(BOTH);
    assertThat(read(pkcs7)).containsExactlyInAnyOrderElementsOf(BOTH);
    assertThat(read(armoured.getBytes(UTF_8))).containsExactlyInAnyOrderElementsOf(BOTH);
    assertThat(read(ROOT.certificate().getEncoded())).containsExactly(ROOT.certificate());
    assertThat(read(CertificateFile.text(BOTH).getBytes(UTF_8))).isEqualTo(BOTH);
  }

  @Test
  void whatIsNoCertificateIsToldApartFromWhatShouldNotBeHandedAround() throws Exception {
    for (byte[] none : List.of(new byte[0], "hello".getBytes(UTF_8), new byte[] {0x30, 1, 2, 3})) {
      assertThat(problem(none).problem().why()).isEqualTo("It holds no certificate.");
    }
    String broken = ROOT.certificatePem().replace("M", "!");
    assertThat(problem(broken.getBytes(UTF_8)).problem().code()).isEqualTo(ProblemCode.CERTIFICATE);
    byte[] key = (ROOT.certificatePem() + ROOT.privateKeyPkcs8Pem()).getBytes(UTF_8);
    assertThat(problem(key).problem().why()).contains("private key");
    assertThat(problem(new byte[2 << 20]).problem().why()).contains("far larger");
    assertThat(
            catchThrowableOfType(
                    ProblemException.class, () -> CertificateFile.read(folder.resolve("none")))
                .problem()
                .why())
        .isEqualTo("The file cannot be read.");
  }

  @Test
  void thePersonSeesWhomACertificateNamesAndItsFingerprint() {
    CertificateFacts facts = CertificateFacts.of(MIDDLE.certificate());
    assertThat(facts.name()).isEqualTo("Office Middle");
    assertThat(facts.issuerName()).isEqualTo("Office Root");
    assertThat(facts.issuer()).contains("OU=IT");
    assertThat(facts.authority()).isTrue();
    assertThat(facts.selfSigned()).isFalse();
    assertThat(CertificateFacts.of(ROOT.certificate()).selfSigned()).isTrue();
    assertThat(facts.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
  }
}
