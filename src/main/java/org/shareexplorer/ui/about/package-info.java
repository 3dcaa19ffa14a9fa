/** What this application is and stands on. */
@NullMarked
package org.shareexplorer.ui.about;

import org.jspecify.annotations.NullMarked;
