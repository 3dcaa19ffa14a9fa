package org.shareexplorer.engine;

/**
 * A question over all rows of a table, as data: two equal questions about the same version have the
 * same answer.
 *
 * @param <A> the answer's type
 */
public sealed interface Question<A>
    permits HistogramQuestion,
        BoxPlotQuestion,
        TimeSeriesQuestion,
        GroupedQuestion,
        PairsQuestion,
        CorrelationQuestion,
        SummaryQuestion,
        MomentsQuestion,
        ProfileQuestion,
        ProviderQuestion,
        SampledQuestion,
        GlimpseQuestion {}
