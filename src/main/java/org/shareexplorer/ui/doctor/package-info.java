/** A connection looked over, step by step, while the person watches. */
@NullMarked
package org.shareexplorer.ui.doctor;

import org.jspecify.annotations.NullMarked;
