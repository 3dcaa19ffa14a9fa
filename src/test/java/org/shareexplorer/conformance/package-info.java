/** Tables of real writers, read whole and compared with what independent engines say is in them. */
@NullMarked
package org.shareexplorer.conformance;

import org.jspecify.annotations.NullMarked;
