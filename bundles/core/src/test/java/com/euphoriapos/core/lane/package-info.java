@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.lane;
