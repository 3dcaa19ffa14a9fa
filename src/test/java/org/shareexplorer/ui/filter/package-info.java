/** Conditions put together by hand. */
@NullMarked
package org.shareexplorer.ui.filter;

import org.jspecify.annotations.NullMarked;
