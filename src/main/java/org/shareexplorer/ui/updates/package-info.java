/** Telling of newer versions of this application, once a person allows to ask for them. */
@NullMarked
package org.shareexplorer.ui.updates;

import org.jspecify.annotations.NullMarked;
