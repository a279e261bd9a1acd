@org.jspecify.annotations.NullMarked
package com.euphoriapos.health;
