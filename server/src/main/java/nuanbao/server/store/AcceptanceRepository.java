package nuanbao.server.store;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The table of acceptances. One dialect serves H2 in PostgreSQL mode and PostgreSQL. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface AcceptanceRepository extends GenericRepository<StoredAcceptance, Long> {

  StoredAcceptance save(StoredAcceptance acceptance);

  Optional<StoredAcceptance> findByCampaignIdAndDutyIdAndRoundIdAndUnitIdAndVersionNumber(
      String campaignId, String dutyId, String roundId, String unitId, int versionNumber);

  List<StoredAcceptance> findByCampaignIdAndDutyIdAndRoundIdOrderById(
      String campaignId, String dutyId, String roundId);
}
