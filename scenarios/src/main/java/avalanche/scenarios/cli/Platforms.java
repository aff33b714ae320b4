package avalanche.scenarios.cli;

import avalanche.chaos.target.Platform;
import avalanche.scenarios.rehearsal.RehearsalException;

/** The platforms by the names of the command line. */
final class Platforms {
    private final Home home;

    Platforms(Home home) {
        this.home = home;
    }

    /**
     * The chosen platform, which has still to be probed.
     *
     * @throws RehearsalException where it cannot even be looked at
     */
    Platform choose(PlatformArguments where) throws RehearsalException {
        return switch (where.platform()) {
            case LOCAL -> home.platform();
            case DOCKER, KUBERNETES, AUTO -> throw new RehearsalException("not there");
        };
    }
}
