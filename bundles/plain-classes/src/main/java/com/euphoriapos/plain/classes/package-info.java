/** A step of the build: what Java would make at each start for the bundles' lambdas and records is made once, as classes. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.plain.classes;
