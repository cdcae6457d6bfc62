package nuanbao.engine.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A column of a form, or a group of columns under one merged head. */
public sealed interface Column permits ColumnGroup, Indicator {

  /** Stored name. */
  String key();

  /** Printed name. */
  String title();

  /** In the code row below the head, if any. */
  Optional<String> code();

  /** The columns that hold values, left to right. */
  Stream<Indicator> indicators();

  /** How many lines of head it takes, itself included, if leaves are as given. */
  int depth(Leaves leaves);

  /** Its leaves, left to right. */
  Stream<Column> leaves(Leaves leaves);

  /** What counts as one column of a table. */
  enum Leaves {
    /** Where answers are typed: every value has a cell of its own. */
    TYPED,
    /** Where it is printed: a group that prints as one cell is one column. */
    PRINTED
  }

  /** The values under several columns, left to right. */
  static List<Indicator> indicatorsOf(List<? extends Column> columns) {
    return columns.stream().flatMap(Column::indicators).toList();
  }

  /** The leaves of several columns, left to right. */
  static List<Column> leavesOf(List<? extends Column> columns, Leaves leaves) {
    return columns.stream().flatMap(column -> column.leaves(leaves)).toList();
  }
}
