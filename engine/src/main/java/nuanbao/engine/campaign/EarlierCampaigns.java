package nuanbao.engine.campaign;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.submission.Submission;

/** Port: finds the campaigns that others follow, with what was handed in for them. */
@FunctionalInterface
public interface EarlierCampaigns {
  /** None is at hand. */
  EarlierCampaigns NONE = id -> Optional.empty();

  /**
   * A campaign of an earlier year.
   *
   * @param handedIn the latest version of everything handed in for a duty
   */
  record Earlier(Campaign campaign, Function<DutyId, List<Submission>> handedIn) {}

  Optional<Earlier> find(CampaignId id);
}
