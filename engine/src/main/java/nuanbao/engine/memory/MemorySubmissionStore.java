package nuanbao.engine.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.intake.SubmissionStore;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;

/** Keeps submissions in memory. Safe for several threads. */
public final class MemorySubmissionStore implements SubmissionStore {
  private final Map<SubmissionKey, List<Submission>> versions = new LinkedHashMap<>();

  @Override
  public synchronized Optional<Submission> findLatest(SubmissionKey key) {
    return versionsOf(key).reduce((first, second) -> second);
  }

  @Override
  public synchronized Optional<Submission> findByClientId(SubmissionKey key, String clientId) {
    return versionsOf(key)
        .filter(submission -> submission.clientId().equals(Optional.of(clientId)))
        .findFirst();
  }

  @Override
  public synchronized boolean append(Submission submission) {
    List<Submission> before = versions.computeIfAbsent(submission.key(), key -> new ArrayList<>());
    if (submission.version() != before.size() + 1) return false;
    before.add(submission);
    return true;
  }

  @Override
  public synchronized List<Submission> latestOf(DutyId duty) {
    return versions.values().stream()
        .filter(all -> !all.isEmpty())
        .map(all -> all.get(all.size() - 1))
        .filter(submission -> submission.key().duty().equals(duty))
        .toList();
  }

  private Stream<Submission> versionsOf(SubmissionKey key) {
    return versions.getOrDefault(key, List.of()).stream();
  }
}
