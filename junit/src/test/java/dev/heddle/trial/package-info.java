/** Tests of the JUnit extension; not below {@code dev.heddle.junit}, whose classes are never woven. */
package dev.heddle.trial;
