package org.shareexplorer.cli;

import org.shareexplorer.engine.Engine;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;

/**
 * The provider that a command is about.
 *
 * @param name what people call it
 * @param client speaks to it
 * @param engine opens its tables
 * @param end what ends with the command
 */
record Provider(String name, SharingClient client, Engine engine, Runnable end)
    implements AutoCloseable {

  OpenTable open(TableName table, Job job) {
    return open(table, AsOf.LATEST, job);
  }

  OpenTable open(TableName table, AsOf asOf, Job job) {
    return engine.open(client, table, asOf, job);
  }

  @Override
  public void close() {
    end.run();
  }
}
