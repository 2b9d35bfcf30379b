/** The report: one HTML file that shows an execution, and needs nothing else. */
package dev.heddle.report.page;
