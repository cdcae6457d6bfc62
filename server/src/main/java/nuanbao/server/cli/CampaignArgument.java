package nuanbao.server.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Outcome.Accepted;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command takes: the campaign's folder, and the language of problems. */
final class CampaignArgument {
  @Parameters(index = "0", paramLabel = "文件夹", description = "活动的文件夹")
  Path folder = Path.of("");

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "问题用中文（默认）还是英文",
      converter = LanguageConverter.class)
  Language language = Language.CHINESE;

  /** Filled in from the command line. */
  CampaignArgument() {}

  CampaignArgument(Path folder, Language language) {
    this.folder = folder;
    this.language = language;
  }

  /** Reads {@code zh} and {@code en}. */
  static final class LanguageConverter implements picocli.CommandLine.ITypeConverter<Language> {
    @Override
    public Language convert(String value) {
      return switch (value) {
        case "zh" -> Language.CHINESE;
        case "en" -> Language.ENGLISH;
        default -> throw new picocli.CommandLine.TypeConversionException("可选：zh、en");
      };
    }
  }

  Outcome<Campaign> read(Nuanbao nuanbao) {
    if (!Files.isDirectory(folder)) throw new CannotRun("没有文件夹 " + folder);
    return nuanbao.read(folder);
  }

  /** The campaign, which must hold; else its problems are printed and nothing is returned. */
  Optional<Campaign> readSound(Nuanbao nuanbao, PrintWriter err) {
    Outcome<Campaign> outcome = read(nuanbao);
    if (outcome instanceof Accepted<Campaign> accepted) return Optional.of(accepted.value());
    new ProblemPrinter(folder, language).print(outcome.problems(), err);
    return Optional.empty();
  }
}
