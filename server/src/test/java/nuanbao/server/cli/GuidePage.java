package nuanbao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A guide for implementers, read as what it does. A comment before a fence says what the fence is:
 *
 * <ul>
 *   <li>{@code file: units.json}: a file of the guide's campaign;
 *   <li>{@code in: campaign.json#/duties/x}: put there in a copy of the finished campaign, which
 *       then has to hold without warnings; the next heading begins with the finished campaign
 *       again;
 *   <li>{@code mistake: campaign.json: this → that} has no fence: a mistake made in such a copy.
 * </ul>
 *
 * A {@code console} fence holds commands and what they print.
 */
final class GuidePage {
  private static final Pattern MARK = Pattern.compile("<!-- (file|in|mistake): (.*) -->");
  private static final Pattern MISTAKE = Pattern.compile("(\\S+): (.*) → (.*)");
  private static final Pattern SPACE = Pattern.compile(" ");
  private static final String CAMPAIGN = "lizhou";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final List<Piece> pieces = new ArrayList<>();

  /** A line of text, a mark without a fence, or a fence with the mark before it. */
  private sealed interface Piece {
    record Line(String text) implements Piece {}

    record Mistake(String file, String right, String wrong) implements Piece {}

    record Fence(String mark, String about, String language, String body) implements Piece {}
  }

  GuidePage(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      Matcher mark = MARK.matcher(line);
      boolean isMarked = mark.matches();
      if (isMarked && mark.group(1).equals("mistake")) {
        Matcher mistake = MISTAKE.matcher(mark.group(2));
        assertThat(mistake.matches()).as(line).isTrue();
        pieces.add(new Piece.Mistake(mistake.group(1), mistake.group(2), mistake.group(3)));
      } else if (isMarked || line.startsWith("```")) {
        if (isMarked) at++;
        String opening = lines.get(at);
        assertThat(opening).as("after " + line).startsWith("```");
        StringBuilder body = new StringBuilder();
        for (at++; !lines.get(at).equals("```"); at++) body.append(lines.get(at)).append('\n');
        pieces.add(
            new Piece.Fence(
                isMarked ? mark.group(1) : "",
                isMarked ? mark.group(2) : "",
                opening.substring(3),
                body.toString()));
      } else {
        pieces.add(new Piece.Line(line));
      }
    }
  }

  /** What both languages have to share: files, snippets and mistakes, in order. */
  List<String> shared() {
    List<String> shared = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Mistake mistake) shared.add(mistake.toString());
      if (piece instanceof Piece.Fence fence && !isShell(fence)) shared.add(fence.toString());
    }
    return shared;
  }

  /** Writes the files of the guide into the folder; the campaign's own folder is returned. */
  Path writeFiles(Path folder) throws IOException {
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Fence fence && fence.mark().equals("file")) {
        Path file = folder.resolve(CAMPAIGN).resolve(fence.about());
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, fence.body());
      }
    }
    return folder.resolve(CAMPAIGN);
  }

  /** The page again, with what the commands print now. Its files must have been written before. */
  String printedAgain(Path finished) throws IOException {
    assertHolds(finished);
    StringBuilder page = new StringBuilder();
    Path here = finished;
    int copies = 0;
    for (Piece piece : pieces) {
      boolean isHeading = piece instanceof Piece.Line line && line.text().startsWith("#");
      boolean isChange =
          piece instanceof Piece.Mistake
              || (piece instanceof Piece.Fence fence && fence.mark().equals("in"));
      if (isHeading) {
        here = finished;
      } else if (isChange && here.equals(finished)) {
        here = finished.resolve("../copy" + copies++).normalize();
        copy(finished.resolve(CAMPAIGN), here.resolve(CAMPAIGN));
      }
      page.append(again(piece, here));
    }
    return page.toString();
  }

  private static String again(Piece piece, Path here) throws IOException {
    if (piece instanceof Piece.Line line) return line.text() + "\n";
    if (piece instanceof Piece.Mistake mistake) {
      Path file = here.resolve(CAMPAIGN).resolve(mistake.file());
      String text = Files.readString(file);
      assertThat(text).containsOnlyOnce(mistake.right());
      Files.writeString(file, text.replace(mistake.right(), mistake.wrong()));
      return "<!-- mistake: %s: %s → %s -->\n"
          .formatted(mistake.file(), mistake.right(), mistake.wrong());
    }
    Piece.Fence fence = (Piece.Fence) piece;
    if (fence.mark().equals("in")) {
      put(here.resolve(CAMPAIGN), fence.about(), fence.body());
      assertHolds(here);
    }
    assertThat(isShell(fence) || !fence.mark().isEmpty()).as("unmarked: " + fence).isTrue();
    String mark =
        fence.mark().isEmpty() ? "" : "<!-- %s: %s -->\n".formatted(fence.mark(), fence.about());
    String body = fence.language().equals("console") ? ran(fence.body(), here) : fence.body();
    return mark + "```" + fence.language() + "\n" + body + "```\n";
  }

  /** The commands of a fence, each with what it prints. */
  private static String ran(String body, Path here) throws IOException {
    StringBuilder again = new StringBuilder();
    for (String line : body.lines().toList()) {
      if (!line.startsWith("$ ")) continue;
      again.append(line).append('\n');
      List<String> words = List.of(SPACE.split(line));
      if (words.get(1).equals("cat")) {
        again.append(Files.readString(here.resolve(words.get(2))));
        continue;
      }
      assertThat(words.get(1)).isEqualTo("./nuanbao");
      CommandRun run =
          CommandRun.of(
              words.stream().skip(2).map(word -> inFolder(word, here)).toArray(String[]::new));
      again.append((run.out() + run.err()).replace(here + "/", "").replace("\r\n", "\n"));
    }
    return again.toString().replaceAll("\n+$", "\n");
  }

  private static String inFolder(String word, Path here) {
    boolean isFile = word.startsWith(CAMPAIGN) || word.matches("\\w+\\.(txt|pdf|xlsx|html)");
    return isFile ? here.resolve(word).toString() : word;
  }

  private static void put(Path campaign, String where, String json) throws IOException {
    int hash = where.indexOf('#');
    Path file = campaign.resolve(where.substring(0, hash));
    JsonNode root = MAPPER.readTree(file.toFile());
    JsonPointer pointer = JsonPointer.compile(where.substring(hash + 1));
    JsonNode parent = root.at(pointer.head());
    JsonNode value = MAPPER.readTree(json);
    if (parent instanceof ArrayNode list) list.add(value);
    else ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), value);
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }

  private static void assertHolds(Path here) {
    CommandRun check = CommandRun.of("check", here.resolve(CAMPAIGN).toString(), "--strict");
    assertThat(check.exit()).as(check.out() + check.err()).isZero();
  }

  private static boolean isShell(Piece.Fence fence) {
    return fence.language().equals("console") || fence.language().equals("sh");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolveSibling(""));
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
