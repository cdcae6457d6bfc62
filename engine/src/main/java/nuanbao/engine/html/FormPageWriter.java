package nuanbao.engine.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import nuanbao.engine.form.FormView;
import nuanbao.engine.html.FormPage.Use;

/**
 * Writes a form as its reporter sees it, as HTML in Chinese.
 *
 * <p>A page stands alone: it fetches nothing and needs no script. Its fields post under the names
 * of {@link FormView.Field#name()}. Browsers do not check the fields ({@code novalidate}), because
 * a row may be left out whole and the engine tells all problems together; a frame of one's own
 * around {@link #writeBody} has to say {@code novalidate} as well.
 *
 * <p>May be used by several threads at once. Nothing is written unless the whole form could be.
 */
public final class FormPageWriter {
  private static final String STYLE = "/nuanbao/html/form.css";

  private final Templates templates;
  private final String style;

  /**
   * @throws IllegalStateException if the template library is not on the class path; the message
   *     names the dependency to add
   */
  public FormPageWriter() {
    requireTemplateLibrary();
    this.templates = new Templates();
    this.style = read(STYLE);
  }

  /**
   * Writes a whole page, with a {@code <form method="post">} around the fields and no buttons.
   *
   * @param zone in which the due moment is told
   */
  public void write(FormView view, ZoneId zone, Appendable out) throws IOException {
    FormPage page = FormPage.of(view, zone, Use.ALONE);
    out.append(templates.print("page.jte", Map.of("page", page, "style", style)));
  }

  /**
   * Writes what stands inside the {@code <form>}, for a page that brings its own frame and {@link
   * #style()}. Ids begin with the id of the form, so that a page may hold several forms.
   *
   * @param zone in which the due moment is told
   */
  public void writeBody(FormView view, ZoneId zone, Appendable out) throws IOException {
    body(FormPage.of(view, zone, Use.PART), out);
  }

  /**
   * The same with buttons that add, copy and remove entries and child records and show the form
   * anew. They post the form as any other button does, and say in the field {@code do} what is
   * asked: {@code add:FORM}, {@code copy:FORM:ENTRY}, {@code remove:FORM:ENTRY}, {@code
   * add-record:FIELD}, {@code remove-record:FIELD:NUMBER}, {@code refresh}. A form some of whose
   * fields depend on others has the class {@code nb-live}.
   *
   * @param zone in which the due moment is told
   */
  public void writeEdited(FormView view, ZoneId zone, Appendable out) throws IOException {
    body(FormPage.of(view, zone, Use.EDITED), out);
  }

  private void body(FormPage page, Appendable out) throws IOException {
    Map<String, Object> parameters = Map.of("page", page, "buttons", page.hasButtons());
    out.append(templates.print("formBody.jte", parameters));
  }

  /** The style sheet that a body needs. All its rules are about classes that begin with nb-. */
  public String style() {
    return style;
  }

  private static void requireTemplateLibrary() {
    try {
      Class.forName("gg.jte.TemplateEngine", false, FormPageWriter.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "forms as HTML need a library that is not on the class path;"
              + " add the dependency gg.jte:jte-runtime",
          e);
    }
  }

  private static String read(String resource) {
    try (InputStream in = FormPageWriter.class.getResourceAsStream(resource)) {
      if (in == null) throw new IllegalStateException("the engine's jar lacks " + resource);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
