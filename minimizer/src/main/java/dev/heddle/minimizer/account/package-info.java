/** An execution told in words, by one method for every target: who did what, and where it went wrong first. */
package dev.heddle.minimizer.account;
