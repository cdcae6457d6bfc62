package nuanbao.server.store;

import io.micronaut.data.exceptions.DataAccessException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nuanbao.engine.campaign.CampaignId;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.FormId;
import nuanbao.engine.intake.ReviewStore;
import nuanbao.engine.submission.Acceptance;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.submission.Waiver;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.UnitId;

/**
 * The waivers and acceptances of one campaign in a database. Moments are kept to the millisecond.
 */
public final class JdbcReviewStore implements ReviewStore {
  private final CampaignId campaign;
  private final Supplier<WaiverRepository> waivers;
  private final Supplier<AcceptanceRepository> acceptances;

  /**
   * The waivers and acceptances of a campaign.
   *
   * @param waivers asked for at every use
   * @param acceptances asked for at every use
   */
  public JdbcReviewStore(
      CampaignId campaign,
      Supplier<WaiverRepository> waivers,
      Supplier<AcceptanceRepository> acceptances) {
    this.campaign = campaign;
    this.waivers = waivers;
    this.acceptances = acceptances;
  }

  /** The constraint on checks lets one of two at once through; the other is told. */
  @Override
  public boolean waive(Waiver waiver) {
    if (isWaived(waiver)) return false;
    try {
      waivers.get().save(stored(waiver));
      return true;
    } catch (DataAccessException refused) {
      if (isWaived(waiver)) return false;
      throw refused;
    }
  }

  private boolean isWaived(Waiver waiver) {
    return waivers(waiver.key()).stream().anyMatch(one -> one.isOf(waiver.form(), waiver.check()));
  }

  @Override
  public List<Waiver> waivers(SubmissionKey key) {
    return waivers
        .get()
        .findByCampaignIdAndDutyIdAndRoundIdAndUnitIdOrderById(
            campaign.value(), key.duty().value(), key.round().toString(), key.unit().value())
        .stream()
        .map(row -> waiver(key, row))
        .toList();
  }

  /** The constraint on versions lets one of two at once through; the other is told. */
  @Override
  public boolean accept(Acceptance acceptance) {
    if (isAccepted(acceptance)) return false;
    try {
      acceptances.get().save(stored(acceptance));
      return true;
    } catch (DataAccessException refused) {
      if (isAccepted(acceptance)) return false;
      throw refused;
    }
  }

  private boolean isAccepted(Acceptance acceptance) {
    return findAcceptance(acceptance.key(), acceptance.version()).isPresent();
  }

  @Override
  public Optional<Acceptance> findAcceptance(SubmissionKey key, int version) {
    return acceptances
        .get()
        .findByCampaignIdAndDutyIdAndRoundIdAndUnitIdAndVersionNumber(
            campaign.value(),
            key.duty().value(),
            key.round().toString(),
            key.unit().value(),
            version)
        .map(row -> acceptance(key, row));
  }

  @Override
  public List<Acceptance> acceptances(DutyId duty, RoundId round) {
    return acceptances
        .get()
        .findByCampaignIdAndDutyIdAndRoundIdOrderById(
            campaign.value(), duty.value(), round.toString())
        .stream()
        .map(row -> acceptance(new SubmissionKey(duty, round, new UnitId(row.unitId())), row))
        .toList();
  }

  private StoredWaiver stored(Waiver waiver) {
    SubmissionKey key = waiver.key();
    return new StoredWaiver(
        null,
        campaign.value(),
        key.duty().value(),
        key.round().toString(),
        key.unit().value(),
        waiver.form().value(),
        waiver.check().value(),
        waiver.reason(),
        waiver.by(),
        waiver.at().toEpochMilli());
  }

  private static Waiver waiver(SubmissionKey key, StoredWaiver row) {
    return new Waiver(
        key,
        new FormId(row.formId()),
        new CheckId(row.checkId()),
        row.reason(),
        row.grantedBy(),
        Instant.ofEpochMilli(row.grantedAt()));
  }

  private StoredAcceptance stored(Acceptance acceptance) {
    SubmissionKey key = acceptance.key();
    return new StoredAcceptance(
        null,
        campaign.value(),
        key.duty().value(),
        key.round().toString(),
        key.unit().value(),
        acceptance.version(),
        acceptance.by(),
        acceptance.at().toEpochMilli());
  }

  private static Acceptance acceptance(SubmissionKey key, StoredAcceptance row) {
    return new Acceptance(
        key, row.versionNumber(), row.acceptedBy(), Instant.ofEpochMilli(row.acceptedAt()));
  }
}
