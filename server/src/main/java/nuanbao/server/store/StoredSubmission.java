package nuanbao.server.store;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of submissions.
 *
 * @param id null before it is stored
 * @param receivedAt milliseconds since 1970-01-01T00:00:00Z
 * @param forms answers by form, as the engine writes them
 */
@MappedEntity("submission")
public record StoredSubmission(
    @Id @GeneratedValue @Nullable Long id,
    String campaignId,
    String dutyId,
    String roundId,
    String unitId,
    int versionNumber,
    @Nullable String clientId,
    long receivedAt,
    boolean late,
    String forms) {}
