package nuanbao.engine.fuzz;

/** Makes what is handed in at one of the doors for outside text: good inputs, and spoiled ones. */
public interface Fuzzer {

  /** Always the same for the same seed. */
  Input input(long seed);

  /** What is handed in, and where. */
  interface Input {

    /**
     * Hands it in.
     *
     * @return whether it was accepted; all else was told as problems
     * @throws RuntimeException what got past the door, or that an answer contradicts itself
     */
    boolean handIn();

    /** As it is kept in a file, so that it can become a case. */
    byte[] bytes();

    /** Where it is handed in, for a person. */
    String door();
  }
}
