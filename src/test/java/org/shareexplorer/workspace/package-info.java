@NullMarked
package org.shareexplorer.workspace;

import org.jspecify.annotations.NullMarked;
