package org.shareexplorer.engine;

import java.util.List;

/**
 * What do the provider's statistics say of all columns? Answered without reading data, by a profile
 * for every column, in the table's order.
 */
public record ProviderQuestion() implements Question<List<ColumnProfile>> {}
