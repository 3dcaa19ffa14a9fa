/** Background work: start, progress, cancel, and what it cost. Knows nothing of windows. */
@NullMarked
package org.shareexplorer.job;

import org.jspecify.annotations.NullMarked;
