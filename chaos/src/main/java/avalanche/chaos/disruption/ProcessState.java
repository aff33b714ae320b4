package avalanche.chaos.disruption;

/**
 * A process's state as the kernel names it, by the letter in {@code /proc/PID/stat} and in {@code ps}.
 *
 * @param letter such as {@code S}
 */
public record ProcessState(char letter) {
    /** There is no such process any more. */
    public static final ProcessState GONE = new ProcessState('-');

    public ProcessState {
        if (letter != '-' && !Character.isLetter(letter)) {
            throw new IllegalArgumentException("letter is '" + letter + "'; allowed: a letter, or - for none");
        }
    }

    /**
     * Reads the line of {@code /proc/PID/stat}.
     *
     * @throws IllegalArgumentException if it is no such line
     */
    public static ProcessState ofStat(String stat) {
        // The second field is the program's name in parentheses, which may hold anything, parentheses too.
        int name = stat.lastIndexOf(')');
        if (name < 0 || name + 2 >= stat.length()) {
            throw new IllegalArgumentException("'" + stat.strip() + "' is no line of /proc/PID/stat");
        }
        return new ProcessState(stat.charAt(name + 2));
    }

    /** Whether a signal stopped it. */
    public boolean isStopped() {
        return letter == 'T';
    }

    /** Whether it is no more, or only waits to be buried. */
    public boolean isGone() {
        return letter == '-' || letter == 'Z' || letter == 'X';
    }

    /** The letter and what it means. */
    public String words() {
        return switch (letter) {
            case '-' -> "gone";
            case 'R' -> "R (running)";
            case 'S', 'I' -> letter + " (sleeping)";
            case 'D', 'U' -> letter + " (waiting for a device)";
            case 'T' -> "T (stopped)";
            case 't' -> "t (stopped by a debugger)";
            case 'Z' -> "Z (dead, not yet buried)";
            default -> String.valueOf(letter);
        };
    }
}
