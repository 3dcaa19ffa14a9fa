/** What is kept on disk of remote files: for which file version, within which budget. */
@NullMarked
package org.shareexplorer.cache;

import org.jspecify.annotations.NullMarked;
