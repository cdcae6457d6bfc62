package nuanbao.benchmarks.bare;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A page that says how many rows a table has, so that the database is really there. */
@Controller
final class FirstPage {
  private final DataSource database;

  FirstPage(DataSource database) {
    this.database = database;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  String page() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from submission")) {
      rows.next();
      return "<!doctype html><title>bare</title><p>" + rows.getInt(1);
    }
  }
}
