package avalanche.chaos.mitigation;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Operations;
import avalanche.chaos.target.Revision;
import java.io.IOException;

/** A change that is tried in the middle of an incident. */
public sealed interface Mitigation {
    /** The name in incident files and records. */
    String type();

    /** What the platform must be able to do. */
    Ability needs();

    /**
     * Orders it.
     *
     * @throws IOException if the platform does not take it
     */
    void order(Operations operations) throws IOException;

    /** More replicas: {@code scale-out}. */
    record ScaleOut(int replicas) implements Mitigation {
        public ScaleOut {
            if (replicas < 2) {
                throw new IllegalArgumentException("replicas is " + replicas + "; allowed: 2 or more");
            }
        }

        @Override
        public String type() {
            return "scale-out";
        }

        @Override
        public Ability needs() {
            return Ability.SCALE;
        }

        @Override
        public void order(Operations operations) throws IOException {
            operations.scale(replicas);
        }
    }

    /** Another strategy, setting or image: {@code rollout}. */
    record Rollout(Revision revision) implements Mitigation {
        @Override
        public String type() {
            return "rollout";
        }

        @Override
        public Ability needs() {
            return Ability.ROLL;
        }

        @Override
        public void order(Operations operations) throws IOException {
            operations.roll(revision);
        }
    }

    /** A higher limit of memory, in bytes: {@code more-memory}. */
    record MoreMemory(long bytes) implements Mitigation {
        public MoreMemory {
            if (bytes < 64L << 20) {
                throw new IllegalArgumentException("bytes is " + bytes + "; allowed: 64 MiB or more");
            }
        }

        @Override
        public String type() {
            return "more-memory";
        }

        @Override
        public Ability needs() {
            return Ability.LIMIT;
        }

        @Override
        public void order(Operations operations) throws IOException {
            operations.limit(bytes, null);
        }
    }

    /** A higher limit of processors: {@code more-cpu}. */
    record MoreCpu(double cpus) implements Mitigation {
        public MoreCpu {
            if (!(cpus >= 0.1)) {
                throw new IllegalArgumentException("cpus is " + cpus + "; allowed: 0.1 or more");
            }
        }

        @Override
        public String type() {
            return "more-cpu";
        }

        @Override
        public Ability needs() {
            return Ability.LIMIT;
        }

        @Override
        public void order(Operations operations) throws IOException {
            operations.limit(null, cpus);
        }
    }

    /** Every replica ended and started again: {@code restart}. */
    record Restart() implements Mitigation {
        @Override
        public String type() {
            return "restart";
        }

        @Override
        public Ability needs() {
            return Ability.RESTART;
        }

        @Override
        public void order(Operations operations) throws IOException {
            operations.restart();
        }
    }
}
