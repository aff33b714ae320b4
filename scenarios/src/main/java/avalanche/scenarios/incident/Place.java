package avalanche.scenarios.incident;

/**
 * Where something stands.
 *
 * @param source path of a file, or an argument of the command line such as {@code --set victim.heap=1}
 * @param line from 1, or 0 where the source is an argument
 * @param column from 1, or 0 where the source is an argument
 * @param text the whole line, empty where the source is an argument
 */
public record Place(String source, int line, int column, String text) {
    /** An argument of the command line. */
    static Place argument(String argument) {
        return new Place(argument, 0, 0, "");
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
