@NullMarked
package org.shareexplorer.doctor;

import org.jspecify.annotations.NullMarked;
