/** The charts of a table: cards, their choices, and taking them along. */
@NullMarked
package org.shareexplorer.ui.chart;

import org.jspecify.annotations.NullMarked;
