/**
 * The cloud end on PostgreSQL. All rules are functions of the database (db/cloud); here is what brings it to its newest version.
 * Thread-safe.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.cloud.gateway;
