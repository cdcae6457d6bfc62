package nuanbao.engine.rollup;

import nuanbao.engine.form.Indicator;

/**
 * One figure of every unit.
 *
 * @param item the fixed row or measure; empty where a unit has one row
 */
record FigureCell(String item, Indicator indicator) {}
