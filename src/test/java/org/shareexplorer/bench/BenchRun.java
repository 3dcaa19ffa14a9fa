package org.shareexplorer.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The process in which one way is run once. Its last line of output is the run as JSON. */
final class BenchRun {

  private BenchRun() {}

  /**
   * Runs a way.
   *
   * @param arguments case, way, slow server, fast server to warm up with
   */
  public static void main(String[] arguments) throws Exception {
    Case wanted =
        Cases.ALL.stream().filter(c -> c.id().equals(arguments[0])).findFirst().orElseThrow();
    try (Box box = new Box(arguments[3])) {
      box.warmUp();
    }
    Box.Run run;
    try (Box box = new Box(arguments[2])) {
      run = wanted.way(arguments[1]).doing().in(box);
    }
    ObjectNode json =
        new JsonMapper()
            .createObjectNode()
            .put("seconds", run.seconds())
            .put("requests", run.requests())
            .put("fileRequests", run.fileRequests())
            .put("bytes", run.bytes())
            .put("fileBytes", run.fileBytes())
            .put("heap", run.heap())
            .put("process", run.process())
            .put("said", run.said());
    System.out.println(json);
    System.exit(0);
  }
}
