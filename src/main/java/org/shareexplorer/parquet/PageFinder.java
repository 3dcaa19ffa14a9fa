package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;

/** Finds the pages of chunks: from offset indexes, all read at once, else by walking. */
record PageFinder(Jobs jobs, FileBytes file, Job job) {

  private static final int WIDTH = 8;

  /** A chunk whose pages are to be found, up to a row. */
  private record Wanted(Chunk chunk, long endRow) {}

  /** {@return the pages of all parts' chunks, at least up to the parts' last rows} */
  IdentityHashMap<Chunk, Pages> find(List<ColumnPart> parts) {
    List<Wanted> indexed = new ArrayList<>();
    List<Wanted> walked = new ArrayList<>();
    for (ColumnPart part : parts) {
      for (Chunk chunk : part.decodable() ? part.chunks() : List.<Chunk>of()) {
        List<Wanted> wanted = chunk.offsetIndex().isPresent() ? indexed : walked;
        wanted.add(new Wanted(chunk, part.rows().end()));
      }
    }
    IdentityHashMap<Chunk, Pages> pages = new IdentityHashMap<>();
    Extents indexes =
        file.read(
            indexed.stream().flatMap(wanted -> wanted.chunk.offsetIndex().stream()).toList(), job);
    for (Wanted wanted : indexed) {
      byte[] index = indexes.bytes(wanted.chunk.offsetIndex().orElseThrow());
      pages.put(wanted.chunk, PageIndex.parsed(wanted.chunk, index));
    }
    List<Pages> found =
        jobs.forAll(
            job,
            walked,
            WIDTH,
            wanted -> new PageWalk(file, wanted.chunk, job).upTo(wanted.endRow));
    for (int i = 0; i < walked.size(); i++) {
      pages.put(walked.get(i).chunk, found.get(i));
    }
    return pages;
  }
}
