package org.shareexplorer.engine;

import java.util.List;

/**
 * What are some columns like? The figures of pandas' {@code describe} and {@code info}.
 *
 * @param columns names of columns
 */
public record SummaryQuestion(List<String> columns) implements Question<Summary> {}
