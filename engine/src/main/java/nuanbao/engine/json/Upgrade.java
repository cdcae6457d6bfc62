package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Text;

/**
 * Brings a folder written in an older version of the definition language forward, a step for each
 * version: its definition, and with it the answers in its cases, where a step renames what they
 * write. What a step does not name stays as it was written, to the character.
 */
public final class Upgrade {
  private static final String CAMPAIGN = "campaign.json";
  private static final String CASES = "cases/";

  /** The step at place n leads from version n to version n + 1. */
  private static final List<Step> STEPS = List.of(Upgrade::fromDraft);

  private Upgrade() {}

  /**
   * What became of a folder.
   *
   * @param from the version it was written in
   * @param files those that change, by name, as they are to be written
   */
  public record Upgraded(int from, Map<String, String> files, List<Remark> changes) {
    public Upgraded {
      files = Map.copyOf(files);
      changes = List.copyOf(changes);
    }
  }

  @FunctionalInterface
  private interface Step {
    /** Changes what the next version says otherwise; adds what it did, with places to be found. */
    void run(Map<String, EditedJson> files, List<Change> changes);
  }

  /** Looked up when all is done: later changes move earlier ones. */
  private record Change(EditedJson file, String pointer, Text says) {
    Remark remark() {
      return new Remark(file.atKey(pointer), says);
    }
  }

  /**
   * Reads the files of a folder, by name; refused if one is no JSON, or of a newer language. What
   * is no sound JSON among the cases may be there to be refused, and stays as it is.
   */
  public static Outcome<Upgraded> of(Map<String, String> files) {
    Problems problems = new Problems();
    Map<String, EditedJson> read = new LinkedHashMap<>();
    files.forEach(
        (name, text) -> read(name, text, problems).ifPresent(file -> read.put(name, file)));
    EditedJson campaign = read.get(CAMPAIGN);
    int version = campaign == null ? 0 : version(campaign, problems);
    List<Change> changes = new ArrayList<>();
    if (!problems.hasErrors()) {
      for (Step step : STEPS.subList(version, STEPS.size())) step.run(read, changes);
    }
    Map<String, String> changed = new LinkedHashMap<>();
    read.forEach(
        (name, file) -> {
          if (file.isChanged()) changed.put(name, file.text());
        });
    List<Remark> remarks =
        changes.stream().map(Change::remark).sorted(Comparator.comparing(Remark::place)).toList();
    return problems.outcome(() -> new Upgraded(version, changed, remarks));
  }

  private static Optional<EditedJson> read(String name, String text, Problems problems) {
    if (!name.startsWith(CASES)) return EditedJson.read(text, name, problems);
    Problems untold = new Problems();
    return EditedJson.read(text, name, untold).filter(file -> !untold.hasErrors());
  }

  /** A folder that does not say is a draft from before there were versions. */
  private static int version(EditedJson campaign, Problems problems) {
    int version = Math.max(0, campaign.root().path("nuanbao").asInt(0));
    if (version <= CampaignReader.LANGUAGE) return version;
    problems.add(
        Problem.of(
            ProblemCode.LANGUAGE_NEWER, campaign.at("/nuanbao"), version, CampaignReader.LANGUAGE));
    return CampaignReader.LANGUAGE;
  }

  /**
   * The drafts had no version, called the cover {@code header}, in forms and in answers, and a
   * remark {@code hint}.
   */
  private static void fromDraft(Map<String, EditedJson> files, List<Change> changes) {
    files.forEach(
        (name, file) -> {
          if (name.startsWith(CASES)) {
            file.root()
                .path("forms")
                .fieldNames()
                .forEachRemaining(
                    form -> callCover(file, LocatedJson.child("/forms", form), changes));
            return;
          }
          if (name.equals(CAMPAIGN)) sayVersion(file, changes);
          if (name.startsWith("forms/")) callCover(file, "", changes);
          callRemarks(file, file.root(), "", changes);
        });
  }

  private static void sayVersion(EditedJson campaign, List<Change> changes) {
    if (campaign.has("/nuanbao")) campaign.replace("/nuanbao", "1");
    else if (campaign.has("/$schema")) campaign.addAfter("/$schema", "nuanbao", "1");
    else campaign.addFirst("nuanbao", "1");
    changes.add(
        new Change(
            campaign, "/nuanbao", new Text("写明语言版本 nuanbao: 1", "says the version, nuanbao: 1")));
  }

  /**
   * Renames the cover.
   *
   * @param form where the form, or what was answered to it, stands in the file
   */
  private static void callCover(EditedJson file, String form, List<Change> changes) {
    String header = form + "/header";
    String cover = form + "/cover";
    if (!file.has(header) || file.has(cover)) return;
    file.rename(header, "cover");
    changes.add(new Change(file, cover, new Text("header 改叫 cover", "header is called cover")));
  }

  private static final Pattern SEVERITY = Pattern.compile(".*/checks/\\d+/severity");

  private static void callRemarks(
      EditedJson file, JsonNode node, String pointer, List<Change> changes) {
    if (SEVERITY.matcher(pointer).matches() && node.asText().equals("hint")) {
      String here = file.has(pointer) ? pointer : pointer.replaceFirst("^/header/", "/cover/");
      file.replace(here, "\"remark\"");
      changes.add(
          new Change(
              file, here, new Text("severity 的 hint 改叫 remark", "severity hint is called remark")));
    }
    node.properties()
        .forEach(
            member ->
                callRemarks(
                    file, member.getValue(), LocatedJson.child(pointer, member.getKey()), changes));
    IntStream.range(0, node.isArray() ? node.size() : 0)
        .forEach(i -> callRemarks(file, node.get(i), pointer + "/" + i, changes));
  }
}
