package avalanche.chaos.fault;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Disruption;
import avalanche.chaos.target.Disruptions;
import java.io.IOException;
import java.util.Locale;

/** A fault of what the service runs on, and which of the platform's disruptions it stands for. */
public sealed interface PlatformFault extends Fault {
    /** What the platform must be able to do. */
    Ability needs();

    /** Whether it lasts until it is taken back; what does not is over at once. */
    boolean lasts();

    /** What is asked for, in words with units. */
    String words();

    /**
     * Does it.
     *
     * @throws IOException if the platform does not take it
     */
    Disruption apply(Disruptions disruptions) throws IOException;

    /** A replica is deleted as a whole: {@code delete-pod}. */
    record DeletePod() implements PlatformFault {
        @Override
        public String type() {
            return "delete-pod";
        }

        @Override
        public Ability needs() {
            return Ability.DELETE;
        }

        @Override
        public boolean lasts() {
            return false;
        }

        @Override
        public String words() {
            return "the oldest replica deleted, without grace";
        }

        @Override
        public Disruption apply(Disruptions disruptions) throws IOException {
            return disruptions.delete();
        }
    }

    /** A replica's process gets SIGKILL: {@code kill-process}. */
    record KillProcess() implements PlatformFault {
        @Override
        public String type() {
            return "kill-process";
        }

        @Override
        public Ability needs() {
            return Ability.KILL;
        }

        @Override
        public boolean lasts() {
            return false;
        }

        @Override
        public String words() {
            return "SIGKILL to the process of the oldest replica";
        }

        @Override
        public Disruption apply(Disruptions disruptions) throws IOException {
            return disruptions.kill();
        }
    }

    /** A replica's process is stopped, and goes on when it is taken back: {@code freeze}. */
    record Freeze() implements PlatformFault {
        @Override
        public String type() {
            return "freeze";
        }

        @Override
        public Ability needs() {
            return Ability.FREEZE;
        }

        @Override
        public boolean lasts() {
            return true;
        }

        @Override
        public String words() {
            return "SIGSTOP to the process of the oldest replica, SIGCONT at the end";
        }

        @Override
        public Disruption apply(Disruptions disruptions) throws IOException {
            return disruptions.freeze();
        }
    }

    /**
     * The service may use a part of a processor only: {@code throttle-cpu}.
     *
     * @param cpus processors, 0.01 or more
     */
    record ThrottleCpu(double cpus) implements PlatformFault {
        public ThrottleCpu {
            if (!(cpus >= 0.01)) {
                throw new IllegalArgumentException("cpus is " + cpus + "; allowed: 0.01 or more");
            }
        }

        @Override
        public String type() {
            return "throttle-cpu";
        }

        @Override
        public Ability needs() {
            return Ability.THROTTLE;
        }

        @Override
        public boolean lasts() {
            return true;
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "%.2f processors", cpus);
        }

        @Override
        public Disruption apply(Disruptions disruptions) throws IOException {
            return disruptions.throttle(cpus);
        }
    }

    /**
     * Objects of the user's own, such as those of a chaos operator: {@code custom-resource}.
     *
     * @param file where they were read from, for messages
     * @param manifest YAML, one document or several
     */
    record CustomResource(String file, String manifest) implements PlatformFault {
        public CustomResource {
            if (manifest.isBlank()) {
                throw new IllegalArgumentException("manifest of " + file + " is blank; allowed: one document or more");
            }
        }

        @Override
        public String type() {
            return "custom-resource";
        }

        @Override
        public Ability needs() {
            return Ability.CUSTOM_RESOURCE;
        }

        @Override
        public boolean lasts() {
            return true;
        }

        @Override
        public String words() {
            return "the objects of " + file;
        }

        @Override
        public Disruption apply(Disruptions disruptions) throws IOException {
            return disruptions.apply(manifest);
        }
    }
}
