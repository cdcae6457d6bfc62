/** Submissions, waivers and acceptances in a database. */
@NullMarked
package nuanbao.server.store;

import org.jspecify.annotations.NullMarked;
