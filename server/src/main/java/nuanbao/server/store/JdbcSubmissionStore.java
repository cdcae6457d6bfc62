package nuanbao.server.store;

import io.micronaut.data.exceptions.DataAccessException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nuanbao.engine.campaign.CampaignId;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.intake.SubmissionStore;
import nuanbao.engine.json.AnswersJson;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.UnitId;

/** The submissions of one campaign in a database. Moments are kept to the millisecond. */
public final class JdbcSubmissionStore implements SubmissionStore {
  private final CampaignId campaign;
  private final Supplier<SubmissionRepository> repository;

  /**
   * The submissions of a campaign.
   *
   * @param repository asked for at every use
   */
  public JdbcSubmissionStore(CampaignId campaign, Supplier<SubmissionRepository> repository) {
    this.campaign = campaign;
    this.repository = repository;
  }

  @Override
  public Optional<Submission> findLatest(SubmissionKey key) {
    return repository
        .get()
        .findFirstByCampaignIdAndDutyIdAndRoundIdAndUnitIdOrderByVersionNumberDesc(
            campaign.value(), key.duty().value(), key.round().toString(), key.unit().value())
        .map(JdbcSubmissionStore::submission);
  }

  @Override
  public Optional<Submission> findByClientId(SubmissionKey key, String clientId) {
    return repository
        .get()
        .findByCampaignIdAndDutyIdAndRoundIdAndUnitIdAndClientId(
            campaign.value(),
            key.duty().value(),
            key.round().toString(),
            key.unit().value(),
            clientId)
        .map(JdbcSubmissionStore::submission);
  }

  /** The constraint on versions lets one of two at once through; the other is told. */
  @Override
  public boolean append(Submission submission) {
    int latest = findLatest(submission.key()).map(Submission::version).orElse(0);
    if (submission.version() != latest + 1) return false;
    try {
      repository.get().save(stored(submission));
      return true;
    } catch (DataAccessException refused) {
      int now = findLatest(submission.key()).map(Submission::version).orElse(0);
      if (now > latest) return false;
      throw refused;
    }
  }

  @Override
  public List<Submission> latestOf(DutyId duty) {
    return repository.get().findLatest(campaign.value(), duty.value()).stream()
        .map(JdbcSubmissionStore::submission)
        .toList();
  }

  private StoredSubmission stored(Submission submission) {
    SubmissionKey key = submission.key();
    return new StoredSubmission(
        null,
        campaign.value(),
        key.duty().value(),
        key.round().toString(),
        key.unit().value(),
        submission.version(),
        submission.clientId().orElse(null),
        submission.receivedAt().toEpochMilli(),
        submission.late(),
        AnswersJson.write(submission.forms()));
  }

  private static Submission submission(StoredSubmission row) {
    return new Submission(
        new SubmissionKey(
            new DutyId(row.dutyId()),
            RoundId.read(row.roundId()).orElseThrow(),
            new UnitId(row.unitId())),
        row.versionNumber(),
        Optional.ofNullable(row.clientId()),
        Instant.ofEpochMilli(row.receivedAt()),
        row.late(),
        AnswersJson.read(row.forms()));
  }
}
