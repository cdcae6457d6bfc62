/** The pages: what is due, the form, who has reported, figures and downloads. */
@NullMarked
package nuanbao.server.page;

import org.jspecify.annotations.NullMarked;
