package org.shareexplorer.engine;

/**
 * How many numbers are in a column, how far do they reach, what are their sum, mean and deviation?
 *
 * @param column a numeric column
 */
public record MomentsQuestion(String column) implements Question<Moments> {}
