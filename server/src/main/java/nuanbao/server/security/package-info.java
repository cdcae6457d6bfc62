/** Who acts. Until there are accounts, whoever says so. */
@NullMarked
package nuanbao.server.security;

import org.jspecify.annotations.NullMarked;
