package avalanche.chaos.mitigation;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Operations;
import avalanche.chaos.target.Revision;
import avalanche.chaos.target.Room;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A change that is tried in the middle of an incident. */
public sealed interface Mitigation {
    /** The name in incident files and records. */
    String type();

    /** What the platform must be able to do. */
    Ability needs();

    /** What is ordered, in words with units. */
    String words();

    /** What the service may come to need by it. */
    default Room room() {
        return Room.NONE;
    }

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
        public String words() {
            return replicas + " replicas";
        }

        @Override
        public Ability needs() {
            return Ability.SCALE;
        }

        @Override
        public Room room() {
            return new Room(replicas, 0, 0);
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
        public String words() {
            List<String> changes = new ArrayList<>();
            if (revision.image() != null) {
                changes.add("image " + revision.image());
            }
            new TreeMap<>(revision.settings()).forEach((name, value) -> changes.add(name + "=" + value));
            return String.join(", ", changes);
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
        public String words() {
            return String.format(Locale.ROOT, "limit of memory %,d MiB", bytes >> 20);
        }

        @Override
        public Ability needs() {
            return Ability.LIMIT;
        }

        @Override
        public Room room() {
            return new Room(1, bytes, 0);
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
        public String words() {
            return String.format(Locale.ROOT, "limit of %.2f processors", cpus);
        }

        @Override
        public Ability needs() {
            return Ability.LIMIT;
        }

        @Override
        public Room room() {
            return new Room(1, 0, cpus);
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
        public String words() {
            return "every replica";
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
