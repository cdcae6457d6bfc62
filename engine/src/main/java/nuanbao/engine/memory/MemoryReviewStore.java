package nuanbao.engine.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.intake.ReviewStore;
import nuanbao.engine.submission.Acceptance;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.submission.Waiver;
import nuanbao.engine.timeline.RoundId;

/** Keeps waivers and acceptances in memory. Safe for several threads. */
public final class MemoryReviewStore implements ReviewStore {
  private final Map<SubmissionKey, List<Waiver>> waivers = new LinkedHashMap<>();
  private final Map<SubmissionKey, List<Acceptance>> acceptances = new LinkedHashMap<>();

  @Override
  public synchronized boolean waive(Waiver waiver) {
    List<Waiver> granted = waivers.computeIfAbsent(waiver.key(), key -> new ArrayList<>());
    boolean isWaived = granted.stream().anyMatch(one -> one.isOf(waiver.form(), waiver.check()));
    return !isWaived && granted.add(waiver);
  }

  @Override
  public synchronized List<Waiver> waivers(SubmissionKey key) {
    return List.copyOf(waivers.getOrDefault(key, List.of()));
  }

  @Override
  public synchronized boolean accept(Acceptance acceptance) {
    if (findAcceptance(acceptance.key(), acceptance.version()).isPresent()) return false;
    return acceptances.computeIfAbsent(acceptance.key(), key -> new ArrayList<>()).add(acceptance);
  }

  @Override
  public synchronized Optional<Acceptance> findAcceptance(SubmissionKey key, int version) {
    return acceptances.getOrDefault(key, List.of()).stream()
        .filter(acceptance -> acceptance.version() == version)
        .findFirst();
  }

  @Override
  public synchronized List<Acceptance> acceptances(DutyId duty, RoundId round) {
    return acceptances.values().stream()
        .flatMap(List::stream)
        .filter(one -> one.key().duty().equals(duty) && one.key().round().equals(round))
        .toList();
  }
}
