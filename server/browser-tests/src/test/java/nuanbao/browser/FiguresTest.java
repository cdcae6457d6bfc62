package nuanbao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A manager of the district when one township has reported. */
@ExtendWith(Sites.class)
class FiguresTest {

  @Test
  void figures_stand_beside_how_many_reports_they_rest_on(Site site) throws IOException {
    oneTownshipHasReported(site);
    Page window = site.window();
    window.navigate(site.at(SheetPage.ROUND_PATH));
    window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("本期")).click();
    // returned workers of 金洞乡: 106 + 43 + 56 + 87 + 31 + 112 + 9
    assertThat(row(window, "全区")).containsText("1／38");
    assertThat(row(window, "全区")).containsText("444");
    assertThat(row(window, "龙潭乡")).containsText("0／1");

    window.getByRole(AriaRole.LINK, named("金洞乡")).click();
    assertThat(row(window, "金洞乡")).containsText("1／1");
    assertThat(row(window, "白龙湖社区")).containsText("106");
    assertThat(row(window, "龙潭乡")).hasCount(0);

    window.getByRole(AriaRole.LINK, named("只看合计")).click();
    assertThat(row(window, "金洞乡")).containsText("444");
    assertThat(row(window, "白龙湖社区")).hasCount(0);
  }

  @Test
  void the_printed_table_arrives_as_pdf_under_its_chinese_name(Site site) throws IOException {
    oneTownshipHasReported(site);
    Download pdf = download(site, "PDF");
    assertThat(pdf.suggestedFilename()).isEqualTo("广元市利州区走访慰问服务统计表-利州区-2021-12-02.pdf");
    assertThat(beginning(pdf, 5)).isEqualTo("%PDF-");
  }

  @Test
  void the_printed_table_arrives_as_workbook_under_its_chinese_name(Site site) throws IOException {
    oneTownshipHasReported(site);
    Download workbook = download(site, "工作簿");
    assertThat(workbook.suggestedFilename()).isEqualTo("广元市利州区走访慰问服务统计表-利州区-2021-12-02.xlsx");
    assertThat(beginning(workbook, 2)).isEqualTo("PK");
  }

  private static void oneTownshipHasReported(Site site) throws IOException {
    CaseSheet sheet = SheetPage.sheet();
    site.handIn(SheetPage.DUTY, SheetPage.ROUND, sheet.unit(), sheet.bytes());
  }

  private static Download download(Site site, String kind) {
    Page window = site.window();
    window.navigate(site.at(SheetPage.ROUND_PATH));
    Locator report =
        window
            .getByRole(AriaRole.LISTITEM)
            .filter(
                new Locator.FilterOptions()
                    .setHas(
                        window.getByText(
                            "广元市利州区走访慰问服务统计表", new Page.GetByTextOptions().setExact(true))))
            .filter(new Locator.FilterOptions().setHasText("PDF"));
    return window.waitForDownload(
        () ->
            report.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(kind)).click());
  }

  private static String beginning(Download download, int bytes) throws IOException {
    byte[] all = Files.readAllBytes(download.path());
    return new String(Arrays.copyOf(all, bytes), StandardCharsets.ISO_8859_1);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator row(Page window, String title) {
    return window
        .getByRole(AriaRole.ROW)
        .filter(
            new Locator.FilterOptions().setHas(window.getByRole(AriaRole.ROWHEADER, named(title))));
  }
}
