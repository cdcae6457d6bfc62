package nuanbao.engine.formula;

/**
 * What an address in a formula stands for, once its name is resolved.
 *
 * @param path stored keys from the outermost group inward, joined by dots
 * @param title as printed, for explanations
 * @param isNumber whether its values are numbers; else they are words
 */
public record Reference(Place place, String path, String title, boolean isNumber) {

  /** Where the cell is found. */
  public enum Place {
    /** In the row at hand. */
    ROW,
    /** Among the fields above the table. */
    COVER
  }
}
