/**
 * What a user implements to put their own actors under test: a
 * {@link dev.heddle.api.Scenario} that makes a {@link dev.heddle.api.Definition}.
 */
package dev.heddle.api;
