package nuanbao.server.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.jasper.PdfReportWriter;
import nuanbao.engine.jasper.XlsxReportWriter;
import nuanbao.engine.report.Report;
import nuanbao.engine.report.ReportWriter;
import nuanbao.engine.report.TextReportWriter;

/** A file that a report is written to; its name says in which format. */
final class ReportFile {
  private final Path target;
  private final ReportWriter writer;

  ReportFile(Path target) {
    this.target = target;
    String name = String.valueOf(target.getFileName());
    String format = name.substring(name.lastIndexOf('.') + 1);
    this.writer =
        List.of(new PdfReportWriter(), new XlsxReportWriter(), new TextReportWriter()).stream()
            .filter(one -> one.format().equals(format))
            .findFirst()
            .orElseThrow(() -> new CannotRun("文件名要以 .pdf、.xlsx 或 .txt 结尾：" + target));
  }

  /** Writes beside the target first, so that a half-written file never stands in its place. */
  void write(Report report) throws IOException {
    Path folder = Optional.ofNullable(target.toAbsolutePath().getParent()).orElse(Path.of("."));
    Files.createDirectories(folder);
    Path partial = folder.resolve(target.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(partial)) {
        writer.write(report, out);
      }
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
