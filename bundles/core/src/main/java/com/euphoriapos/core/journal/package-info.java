/** The journal for people: searched in words, verified, and sealed with the lane's key. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.journal;
