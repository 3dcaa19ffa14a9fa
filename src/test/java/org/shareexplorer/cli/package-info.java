/** The command line, in process. */
@NullMarked
package org.shareexplorer.cli;

import org.jspecify.annotations.NullMarked;
