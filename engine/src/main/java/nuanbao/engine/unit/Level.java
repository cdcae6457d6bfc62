package nuanbao.engine.unit;

/**
 * A level of the unit tree: district, township, village.
 *
 * @param order from 0 at the top
 */
public record Level(String id, String title, int order) {}
