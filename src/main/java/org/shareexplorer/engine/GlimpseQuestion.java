package org.shareexplorer.engine;

/**
 * The same question about a few row groups from all over the table, which are the same whatever is
 * asked: an answer for the time until all rows have been looked at. A table of few row groups
 * refuses it.
 *
 * @param question what is asked; its answer speaks of these row groups' rows alone
 */
public record GlimpseQuestion<A>(Question<A> question) implements Question<A> {}
