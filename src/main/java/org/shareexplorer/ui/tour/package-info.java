/** The guided walk for presenters: through the real window, or headless into pictures. */
@NullMarked
package org.shareexplorer.ui.tour;

import org.jspecify.annotations.NullMarked;
