package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** Finds the pages of chunks: from offset indexes, all read at once, else by walking. */
record PageFinder(Jobs jobs, FileBytes file, Job job) {

  private static final int WIDTH = 32;

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
      try {
        pages.put(wanted.chunk, PageIndex.parsed(wanted.chunk, index));
      } catch (ProblemException e) {
        // The index only saves bytes: the pages tell the same.
        walked.add(wanted);
      }
    }
    // The first steps of all walks at once: the walks then find them in the cache.
    var _ = file.read(walked.stream().flatMap(wanted -> firstStep(wanted.chunk)).toList(), job);
    List<Pages> found = jobs.forAll(job, walked, WIDTH, this::walked);
    for (int i = 0; i < walked.size(); i++) {
      pages.put(walked.get(i).chunk, found.get(i));
    }
    return pages;
  }

  private Stream<ByteRange> firstStep(Chunk chunk) {
    return Stream.concat(
        chunk.dictionary().filter(range -> range.length() <= PageWalk.WINDOW).stream(),
        Stream.of(PageWalk.first(chunk)));
  }

  /** What a walk trips over is told when the pages are decoded. */
  private Pages walked(Wanted wanted) {
    try {
      return new PageWalk(file, wanted.chunk, job).upTo(wanted.endRow);
    } catch (ProblemException e) {
      if (e.problem().code() != ProblemCode.FILE_DAMAGED) {
        throw e;
      }
      return Pages.whole(wanted.chunk);
    }
  }
}
