/**
 * The pages in a real browser, as clerks and managers use them. One server, one database and one
 * window for each test; one Chromium for all.
 */
@NullMarked
package nuanbao.browser;

import org.jspecify.annotations.NullMarked;
