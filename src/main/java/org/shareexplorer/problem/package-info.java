/** What went wrong, as a value: what failed, why, and what to do next. */
@NullMarked
package org.shareexplorer.problem;

import org.jspecify.annotations.NullMarked;
