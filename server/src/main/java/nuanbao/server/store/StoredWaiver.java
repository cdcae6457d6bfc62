package nuanbao.server.store;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of waivers.
 *
 * @param id null before it is stored
 * @param grantedAt milliseconds since 1970-01-01T00:00:00Z
 */
@MappedEntity("waiver")
public record StoredWaiver(
    @Id @GeneratedValue @Nullable Long id,
    String campaignId,
    String dutyId,
    String roundId,
    String unitId,
    String formId,
    String checkId,
    String reason,
    String grantedBy,
    long grantedAt) {}
