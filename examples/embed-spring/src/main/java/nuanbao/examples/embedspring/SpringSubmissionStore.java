package nuanbao.examples.embedspring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.intake.SubmissionStore;
import nuanbao.engine.json.AnswersJson;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.UnitId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The submissions of the campaign in one table, {@code schema.sql}. */
@Repository
class SpringSubmissionStore implements SubmissionStore {
  private static final String OF_KEY =
      "select * from submission where duty_id = ? and round_id = ? and unit_id = ?";

  private final JdbcClient jdbc;

  SpringSubmissionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Submission> findLatest(SubmissionKey key) {
    return jdbc.sql(OF_KEY + " order by version desc limit 1")
        .params(key.duty().value(), key.round().toString(), key.unit().value())
        .query(SpringSubmissionStore::submission)
        .optional();
  }

  @Override
  public Optional<Submission> findByClientId(SubmissionKey key, String clientId) {
    return jdbc.sql(OF_KEY + " and client_id = ?")
        .params(key.duty().value(), key.round().toString(), key.unit().value(), clientId)
        .query(SpringSubmissionStore::submission)
        .optional();
  }

  /** The key of the table lets one of two at once through. */
  @Override
  public boolean append(Submission submission) {
    SubmissionKey key = submission.key();
    int latest = findLatest(key).map(Submission::version).orElse(0);
    if (submission.version() != latest + 1) return false;
    try {
      jdbc.sql("insert into submission values (?, ?, ?, ?, ?, ?, ?, ?)")
          .param(key.duty().value())
          .param(key.round().toString())
          .param(key.unit().value())
          .param(submission.version())
          .param(submission.clientId().orElse(null))
          .param(submission.receivedAt().atOffset(ZoneOffset.UTC))
          .param(submission.late())
          .param(AnswersJson.write(submission.forms()))
          .update();
      return true;
    } catch (DuplicateKeyException another) {
      return false;
    }
  }

  @Override
  public List<Submission> latestOf(DutyId duty) {
    return jdbc.sql(
            """
            select * from submission s where duty_id = ? and version =
              (select max(version) from submission
               where duty_id = s.duty_id and round_id = s.round_id and unit_id = s.unit_id)
            order by round_id, unit_id
            """)
        .param(duty.value())
        .query(SpringSubmissionStore::submission)
        .list();
  }

  private static Submission submission(ResultSet row, int number) throws SQLException {
    return new Submission(
        new SubmissionKey(
            new DutyId(row.getString("duty_id")),
            RoundId.read(row.getString("round_id")).orElseThrow(),
            new UnitId(row.getString("unit_id"))),
        row.getInt("version"),
        Optional.ofNullable(row.getString("client_id")),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("late"),
        AnswersJson.read(row.getString("forms")));
  }
}
