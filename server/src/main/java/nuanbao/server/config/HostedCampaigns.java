package nuanbao.server.config;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.campaign.EarlierCampaigns.Earlier;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.intake.Review;
import nuanbao.engine.intake.ReviewStore;
import nuanbao.engine.intake.SubmissionStore;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.server.store.AcceptanceRepository;
import nuanbao.server.store.JdbcReviewStore;
import nuanbao.server.store.JdbcSubmissionStore;
import nuanbao.server.store.SubmissionRepository;
import nuanbao.server.store.WaiverRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The campaigns found in one folder when the server starts. One that does not hold is left out. */
@Context
@Requires(beans = CampaignReading.class)
public final class HostedCampaigns {
  private static final Logger LOG = LoggerFactory.getLogger(HostedCampaigns.class);

  private final Nuanbao nuanbao;
  private final BeanProvider<SubmissionRepository> submissions;
  private final BeanProvider<WaiverRepository> waivers;
  private final BeanProvider<AcceptanceRepository> acceptances;
  private final Map<String, Hosted> campaigns = new LinkedHashMap<>();

  /** A campaign, its gate, its review and what was handed in. */
  public record Hosted(Campaign campaign, Intake intake, Review review, SubmissionStore store) {}

  /** Takes a repository when the first row of it is looked for: the first page needs none. */
  HostedCampaigns(
      CampaignReading reading,
      BeanProvider<SubmissionRepository> submissions,
      BeanProvider<WaiverRepository> waivers,
      BeanProvider<AcceptanceRepository> acceptances)
      throws IOException {
    CampaignReading.Read read = reading.await();
    this.nuanbao = read.nuanbao();
    this.submissions = submissions;
    this.waivers = waivers;
    this.acceptances = acceptances;
    read.outcomes().forEach(this::host);
    for (Hosted hosted : campaigns.values()) {
      Earlier itself = new Earlier(hosted.campaign(), hosted.store()::latestOf);
      read.earlier().put(hosted.campaign().id(), itself);
    }
  }

  /** The engine that the campaigns were read with. */
  public Nuanbao nuanbao() {
    return nuanbao;
  }

  public List<Hosted> all() {
    return List.copyOf(campaigns.values());
  }

  public Optional<Hosted> find(String id) {
    return Optional.ofNullable(campaigns.get(id));
  }

  private Hosted hosted(Campaign campaign) {
    SubmissionStore store = new JdbcSubmissionStore(campaign.id(), submissions::get);
    ReviewStore reviews = new JdbcReviewStore(campaign.id(), waivers::get, acceptances::get);
    return new Hosted(
        campaign,
        nuanbao.intake(campaign, store, reviews),
        nuanbao.review(campaign, store, reviews),
        store);
  }

  private void host(Path folder, Outcome<Campaign> outcome) {
    if (outcome instanceof Outcome.Accepted<Campaign> accepted) {
      Campaign campaign = accepted.value();
      if (campaigns.putIfAbsent(campaign.id().value(), hosted(campaign)) != null) {
        LOG.error("活动“{}”有两个文件夹，{} 没有用上", campaign.id(), folder);
      }
      return;
    }
    LOG.error("活动 {} 不成立，没有用上：", folder);
    outcome
        .problems()
        .forEach(
            problem ->
                LOG.error(
                    "{} {} {}",
                    problem.source(),
                    problem.code(),
                    problem.message(Language.CHINESE)));
  }
}
