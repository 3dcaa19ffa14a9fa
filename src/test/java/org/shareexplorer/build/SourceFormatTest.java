package org.shareexplorer.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceFormatTest {

  @Test
  void everySourceFileIsInTheProjectsLayout() {
    assertThat(SourceFormat.unformatted(false))
        .as("run: mvn test-compile exec:exec@format")
        .isEmpty();
  }
}
