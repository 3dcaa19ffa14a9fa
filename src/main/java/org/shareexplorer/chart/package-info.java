/** Charts: what they show, their looks, and their drawing by JFreeChart. */
@NullMarked
package org.shareexplorer.chart;

import org.jspecify.annotations.NullMarked;
