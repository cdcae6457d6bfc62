package nuanbao.engine.campaign;

import nuanbao.engine.timeline.Alignment;

/**
 * Which campaign one follows: where 上年同期 and 同比 find their figures. Figures correspond by key,
 * units by id.
 *
 * @param rounds how the rounds of both correspond
 */
public record Follows(CampaignId campaign, Alignment rounds) {}
