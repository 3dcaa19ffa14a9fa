package org.shareexplorer.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemCode;

/** Certificates that are shown, and refused: the doctor tells whose they are. */
class DoctorTlsTest {

  private static Examination examine(HeldCertificate.Builder certificate) {
    HeldCertificate held =
        certificate
            .commonName("sharing.example.com")
            .organizationalUnit("canary-unit")
            .addSubjectAlternativeName("localhost")
            .build();
    try (PatientServer server = new PatientServer()) {
      server.server.useHttps(
          new HandshakeCertificates.Builder().heldCertificate(held).build().sslSocketFactory());
      server.started();
      Patient patient =
          server.patient("https://localhost:" + server.server.getPort() + "/ds", Optional.empty());
      return server.doctor(Clock.systemUTC()).examine(patient, _ -> {}, Job.unattended());
    }
  }

  private static Finding failed(Examination examination) {
    Finding failure = examination.failure().orElseThrow();
    assertThat(failure.step()).isEqualTo(Step.SECURITY);
    assertThat(failure.problem().orElseThrow().code()).isEqualTo(ProblemCode.NETWORK_TLS);
    assertThat(examination.findings().subList(0, 2))
        .extracting(Finding::result)
        .isEqualTo(List.of(Result.PASSED, Result.PASSED));
    assertThat(failure.facts())
        .contains(new Fact("Issued by", "sharing.example.com"))
        .anyMatch(fact -> fact.name().equals("Valid"));
    return failure;
  }

  @Test
  void namesTheIssuerThatIsNotTrusted() {
    Examination examination = examine(new HeldCertificate.Builder());
    assertThat(failed(examination).words()).contains("issued by sharing.example.com");
    assertThat(ExaminationText.of(examination, "1")).contains("Issued by: sharing.example.com");
  }

  @Test
  void tellsThatACertificateDoesNotFitTheClock() {
    long day = TimeUnit.DAYS.toMillis(1);
    long now = System.currentTimeMillis();
    Examination examination =
        examine(new HeldCertificate.Builder().validityInterval(now - 9 * day, now - 2 * day));
    assertThat(failed(examination).words()).contains("by this computer's clock it is");
  }
}
