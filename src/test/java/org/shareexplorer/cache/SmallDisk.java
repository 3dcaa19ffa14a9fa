package org.shareexplorer.cache;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of 64 KiB, where the test may mount one of its own; elsewhere the test is skipped. */
public record SmallDisk(Path folder) implements AutoCloseable {

  /**
   * Mounts the disk.
   *
   * @param folder where; made if it is not there
   */
  public static SmallDisk at(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString())).isZero();
    return new SmallDisk(folder);
  }

  @Override
  public void close() throws IOException {
    try {
      int _ = run("umount", folder.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).start().waitFor();
  }
}
