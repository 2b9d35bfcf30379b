/**
 * The report in a real Chromium, driven over its DevTools protocol with nothing but the JDK.
 *
 * <p>These tests need a browser, so they are run by {@code .ci/page-tests} and not by an ordinary build.
 */
package dev.heddle.report.browser;
