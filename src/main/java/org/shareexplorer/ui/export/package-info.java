/** Taking rows along: as a file, or as code that has them elsewhere. */
@NullMarked
package org.shareexplorer.ui.export;

import org.jspecify.annotations.NullMarked;
