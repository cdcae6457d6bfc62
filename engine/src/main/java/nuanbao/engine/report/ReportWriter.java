package nuanbao.engine.report;

import java.io.IOException;
import java.io.OutputStream;

/** Port: writes a finished report in one file format. */
public interface ReportWriter {

  /** The format as a file extension: {@code pdf}, {@code xlsx}. */
  String format();

  /** Writes the whole report; the stream stays open. */
  void write(Report report, OutputStream out) throws IOException;
}
