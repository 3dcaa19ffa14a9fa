/** What the person chooses, and what is remembered. */
@NullMarked
package org.shareexplorer.ui.preferences;

import org.jspecify.annotations.NullMarked;
