package nuanbao.server.store;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The table of waivers. One dialect serves H2 in PostgreSQL mode and PostgreSQL. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface WaiverRepository extends GenericRepository<StoredWaiver, Long> {

  StoredWaiver save(StoredWaiver waiver);

  List<StoredWaiver> findByCampaignIdAndDutyIdAndRoundIdAndUnitIdOrderById(
      String campaignId, String dutyId, String roundId, String unitId);
}
