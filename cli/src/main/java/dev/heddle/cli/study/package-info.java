/** Studies of the search: cells of bug, strategy and seed, their results on disk, and what they come to. */
package dev.heddle.cli.study;
