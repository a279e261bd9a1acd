/** Bugs that are planted into a copy of the sources, to see that the tests would find them. Nothing of it is shipped. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.planted;
