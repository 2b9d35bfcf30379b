/** Small tables of numbers, for searches that ask them all the time. */
package dev.heddle.harness.number;
