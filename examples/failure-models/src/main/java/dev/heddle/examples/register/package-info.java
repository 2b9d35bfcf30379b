/** One replicated register in several protocols, each of which trusts its world with a little less. */
package dev.heddle.examples.register;
