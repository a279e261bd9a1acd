/**
 * All SQL of the lane: one MyBatis mapper a repository, the statements beside the methods that run them. Used by the store's own
 * repositories on the thread that runs the unit of work; nothing of it is exported.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.store.sqlite.mapper;
