package nuanbao.engine.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.engine.json.JsonText.Limits;
import nuanbao.engine.json.Schemas.Kind;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.SourcePosition;

/** The files of a campaign, each read strictly and checked against its published schema. */
final class CampaignFolder {
  private static final String JSON = ".json";

  private final Path folder;
  private final Schemas schemas;
  private final Problems problems;

  CampaignFolder(Path folder, Schemas schemas, Problems problems) {
    this.folder = folder;
    this.schemas = schemas;
    this.problems = problems;
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  /** A file; empty, with its problems told, if it cannot be read to its end. */
  Optional<Located> read(String name, Kind kind) {
    Path path = folder.resolve(name);
    if (!Files.isRegularFile(path)) {
      tellMissing(name);
      return Optional.empty();
    }
    Limits limits = kind == Kind.UNITS ? Limits.UNITS : Limits.DEFINITION;
    return bytes(path, name, limits)
        .flatMap(bytes -> JsonText.read(bytes, name, limits, problems))
        .filter(this::isOurLanguage)
        .map(document -> checked(document, kind));
  }

  /** The files of a sub-folder by id; a file that could not be read is there, but empty. */
  Map<String, Optional<Located>> readAll(String sub, Kind kind) {
    Map<String, Optional<Located>> files = new LinkedHashMap<>();
    if (!Files.isDirectory(folder.resolve(sub))) return files;
    try (Stream<Path> paths = Files.list(folder.resolve(sub))) {
      for (String name : paths.map(path -> path.getFileName().toString()).sorted().toList()) {
        if (!name.endsWith(JSON)) continue;
        String id = name.substring(0, name.length() - JSON.length());
        files.put(id, read(sub + "/" + name, kind));
      }
    } catch (IOException unreadable) {
      tellUnreadable(sub, unreadable);
    }
    return files;
  }

  void tellMissing(String name) {
    problems.add(Problem.of(ProblemCode.FILE_MISSING, SourcePosition.ofFile(name), name));
  }

  private void tellUnreadable(String name, IOException reason) {
    problems.add(
        Problem.of(
            ProblemCode.FILE_UNREADABLE,
            SourcePosition.ofFile(name),
            name,
            String.valueOf(reason.getMessage())));
  }

  private Optional<byte[]> bytes(Path path, String name, Limits limits) {
    try {
      long size = Files.size(path);
      if (size > limits.bytes()) {
        problems.add(JsonText.tooLarge(size, name, limits));
        return Optional.empty();
      }
      return Optional.of(Files.readAllBytes(path));
    } catch (IOException unreadable) {
      tellUnreadable(name, unreadable);
      return Optional.empty();
    }
  }

  /** Of a newer language nothing more is said: every word of it may mean something else. */
  private boolean isOurLanguage(LocatedJson document) {
    Optional<Integer> version = Located.root(document).whole("nuanbao");
    if (version.isEmpty() || version.get() <= CampaignReader.LANGUAGE) return true;
    problems.add(
        Problem.of(
            ProblemCode.LANGUAGE_NEWER,
            document.at("/nuanbao"),
            version.get(),
            CampaignReader.LANGUAGE));
    return false;
  }

  private Located checked(LocatedJson document, Kind kind) {
    new SchemaProblems(schemas, document, problems).check(kind);
    return Located.root(document);
  }
}
