package nuanbao.server.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a folder that define a campaign, as texts by name; notes are not among them. */
record DefinitionFolder(Path folder) {
  private static final List<String> FILES = List.of("campaign.json", "units.json", "types.json");
  private static final List<String> FOLDERS = List.of("forms", "reports");
  private static final String CASES = "cases";
  private static final String JSON = ".json";
  private static final String BESIDE = ".new";

  /** Without the cases. */
  Map<String, String> read() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : names()) {
      texts.put(
          name,
          findText(folder.resolve(name))
              .orElseThrow(() -> new CannotRun(name + " 不是 UTF-8，请先另存为 UTF-8")));
    }
    return texts;
  }

  /**
   * With the answers that the cases hand in. One that is no UTF-8 is left out: it may be there to
   * be refused.
   */
  Map<String, String> readWithCases() throws IOException {
    Map<String, String> texts = read();
    Path cases = folder.resolve(CASES);
    if (!Files.isDirectory(cases)) return texts;
    List<Path> found;
    try (Stream<Path> files = Files.walk(cases)) {
      found = files.filter(file -> file.toString().endsWith(JSON)).sorted().toList();
    }
    for (Path file : found) {
      String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
      findText(file).ifPresent(text -> texts.put(name, text));
    }
    return texts;
  }

  /** Nothing where the file is no UTF-8. */
  private static Optional<String> findText(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file));
    } catch (MalformedInputException notUtf8) {
      return Optional.empty();
    }
  }

  private List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    for (String name : FILES) if (Files.isRegularFile(folder.resolve(name))) names.add(name);
    for (String sub : FOLDERS) {
      if (!Files.isDirectory(folder.resolve(sub))) continue;
      try (Stream<Path> files = Files.list(folder.resolve(sub))) {
        files
            .map(file -> sub + "/" + file.getFileName())
            .filter(name -> name.endsWith(JSON))
            .sorted()
            .forEach(names::add);
      }
    }
    return names;
  }

  /** Refuses a folder that holds anything, so that nothing is ever written over. */
  void requireEmpty() throws IOException {
    if (!Files.exists(folder)) return;
    if (!Files.isDirectory(folder)) throw new CannotRun(folder + " 已经有了，不是文件夹");
    try (Stream<Path> there = Files.list(folder)) {
      if (there.findAny().isPresent()) throw new CannotRun("文件夹 " + folder + " 不是空的，什么也没有写");
    }
  }

  /** Writes all files beside those that are there, and only then puts them in their place. */
  void write(Map<String, String> texts) throws IOException {
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Path beside = folder.resolve(file.getKey() + BESIDE);
      Files.createDirectories(beside.resolveSibling(""));
      Files.writeString(beside, file.getValue());
    }
    for (String name : texts.keySet()) {
      Files.move(
          folder.resolve(name + BESIDE), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
