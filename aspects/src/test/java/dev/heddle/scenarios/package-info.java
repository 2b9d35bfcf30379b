/**
 * Scenarios that the tests of the adapter run: a case of each touches one join point. Loaded by name
 * in a realm, since they must be woven.
 */
package dev.heddle.scenarios;
