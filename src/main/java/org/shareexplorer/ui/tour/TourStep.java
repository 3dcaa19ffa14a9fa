package org.shareexplorer.ui.tour;

import java.util.List;
import java.util.function.Consumer;

/**
 * A stop of the tour.
 *
 * @param name short, lower-case, for file names
 * @param title what the stop is about
 * @param words what is to be seen
 * @param notes what a presenter may say, point by point
 * @param instead what the well-known notebook does at this point
 * @param scene brings the window there, from wherever it is: each action waits until the one before
 *     has settled
 */
public record TourStep(
    String name,
    String title,
    String words,
    List<String> notes,
    String instead,
    List<Consumer<TourStage>> scene) {}
