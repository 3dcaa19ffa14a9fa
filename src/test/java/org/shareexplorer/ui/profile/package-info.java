@NullMarked
package org.shareexplorer.ui.profile;

import org.jspecify.annotations.NullMarked;
