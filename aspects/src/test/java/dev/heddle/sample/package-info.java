/** A user's scenario, which the tests of loading put into a realm. */
package dev.heddle.sample;
