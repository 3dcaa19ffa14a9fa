package org.shareexplorer.engine;

import java.time.ZoneId;
import java.util.Optional;

/**
 * How does something go over time?
 *
 * @param time a column of dates or timestamps
 * @param bucket the length of a step
 * @param aggregate what is computed per step
 * @param value the numeric column it is computed of; may be empty for {@link Aggregate#COUNT},
 *     which then counts rows
 * @param zone where a day begins, for columns that hold instants
 */
public record TimeSeriesQuestion(
    String time, Bucket bucket, Aggregate aggregate, Optional<String> value, ZoneId zone)
    implements Question<TimeSeries> {}
