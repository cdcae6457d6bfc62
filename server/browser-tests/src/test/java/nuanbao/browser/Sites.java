package nuanbao.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands every test a {@link Site} of its own, and asks it at the end whether all was well. */
final class Sites implements ParameterResolver, AfterEachCallback {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Site.class;
  }

  @Override
  public Site resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return store(test).computeIfAbsent(Site.class, absent -> open(test), Site.class);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    Site site = store(test).get(Site.class, Site.class);
    if (site != null && test.getExecutionException().isEmpty()) site.requireQuiet();
  }

  private static Site open(ExtensionContext test) {
    try {
      return Site.open(Chromium.of(test));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static ExtensionContext.Store store(ExtensionContext test) {
    return test.getStore(Namespace.create(Sites.class, test.getRequiredTestMethod()));
  }
}
