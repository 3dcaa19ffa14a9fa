package org.shareexplorer.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.shareexplorer.job.Cost;

/**
 * What a command has cost.
 *
 * @param cost on the network
 * @param nanos how long it took, without the start of the program
 * @param peakHeapBytes the most memory in use, the parts' greatest use added up
 */
record Stats(Cost cost, long nanos, long peakHeapBytes) {

  /** {@return the figures of a command that ends now} */
  static Stats now(Cost cost, long startNanos) {
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
            .sum();
    return new Stats(cost, System.nanoTime() - startNanos, peak);
  }

  /** {@return one line of JSON} */
  String json() {
    BigDecimal seconds = BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.HALF_UP);
    return "{\"requests\":%d,\"bytes\":%d,\"seconds\":%s,\"peakHeapBytes\":%d}"
        .formatted(cost.requests(), cost.bytes(), seconds.toPlainString(), peakHeapBytes);
  }
}
