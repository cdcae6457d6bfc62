package nuanbao.server.store;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of acceptances.
 *
 * @param id null before it is stored
 * @param acceptedAt milliseconds since 1970-01-01T00:00:00Z
 */
@MappedEntity("acceptance")
public record StoredAcceptance(
    @Id @GeneratedValue @Nullable Long id,
    String campaignId,
    String dutyId,
    String roundId,
    String unitId,
    int versionNumber,
    String acceptedBy,
    long acceptedAt) {}
