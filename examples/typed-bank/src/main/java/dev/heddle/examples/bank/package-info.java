/** A bank of Akka Typed actors: two deposits at the same time, and one of them is lost. */
package dev.heddle.examples.bank;
