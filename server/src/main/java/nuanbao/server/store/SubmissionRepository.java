package nuanbao.server.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The table of submissions. One dialect serves H2 in PostgreSQL mode and PostgreSQL. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface SubmissionRepository extends GenericRepository<StoredSubmission, Long> {

  StoredSubmission save(StoredSubmission submission);

  Optional<StoredSubmission>
      findFirstByCampaignIdAndDutyIdAndRoundIdAndUnitIdOrderByVersionNumberDesc(
          String campaignId, String dutyId, String roundId, String unitId);

  Optional<StoredSubmission> findByCampaignIdAndDutyIdAndRoundIdAndUnitIdAndClientId(
      String campaignId, String dutyId, String roundId, String unitId, String clientId);

  /** The latest version of everything handed in for a duty, in the order of rounds and units. */
  @Query(
      """
      select s.* from submission s
      where s.campaign_id = :campaignId and s.duty_id = :dutyId
        and s.version_number = (
          select max(l.version_number) from submission l
          where l.campaign_id = s.campaign_id and l.duty_id = s.duty_id
            and l.round_id = s.round_id and l.unit_id = s.unit_id)
      order by s.id
      """)
  List<StoredSubmission> findLatest(String campaignId, String dutyId);
}
