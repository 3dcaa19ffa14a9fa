package org.shareexplorer.ui.connections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shareexplorer.job.Job;
import org.shareexplorer.protocol.ListedTable;
import org.shareexplorer.protocol.SharingClient;

/**
 * Everything in a share.
 *
 * @param share the share's name
 * @param tables the names of the tables by their schema, in the server's order; empty schemas too
 */
record ShareListing(String share, Map<String, List<String>> tables) {

  /** Asks a server for everything that it shares. */
  static List<ShareListing> all(SharingClient client, Job job) {
    List<ShareListing> listings = new ArrayList<>();
    for (var share : client.shares(job)) {
      Map<String, List<String>> tables = new LinkedHashMap<>();
      // The call for all tables does not name schemas without any.
      client.schemas(share.name(), job).forEach(schema -> tables.put(schema, new ArrayList<>()));
      for (ListedTable table : client.allTables(share.name(), job)) {
        tables
            .computeIfAbsent(table.name().schema(), schema -> new ArrayList<>())
            .add(table.name().table());
      }
      listings.add(new ShareListing(share.name(), tables));
    }
    return listings;
  }
}
