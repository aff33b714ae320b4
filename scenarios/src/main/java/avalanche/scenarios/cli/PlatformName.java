package avalanche.scenarios.cli;

import java.util.Locale;

/** Where a rehearsal can take place. The constants' names are the words on the command line. */
enum PlatformName {
    LOCAL,
    DOCKER,
    KUBERNETES,
    /** The first that is available of kubernetes (only with an explicit context), docker and local. */
    AUTO;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
