/** The same questions from a terminal. */
@NullMarked
package org.shareexplorer.cli;

import org.jspecify.annotations.NullMarked;
