package org.shareexplorer.build.planted.table;

import java.sql.DriverManager;
import okhttp3.OkHttpClient;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** Breaks walls on purpose: speaks HTTP and SQL, draws, and makes a thread. */
public final class PlantedInTable {

  @Nullable JFreeChart chart;

  static OkHttpClient speak() throws Exception {
    DriverManager.getConnection("jdbc:none:").close();
    new Thread(() -> {}).start();
    return new OkHttpClient();
  }
}
