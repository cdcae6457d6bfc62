package nuanbao.engine.campaign;

/** The id of a campaign; it never changes. */
public record CampaignId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
