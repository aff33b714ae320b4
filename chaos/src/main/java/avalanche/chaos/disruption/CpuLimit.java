package avalanche.chaos.disruption;

import java.io.IOException;

/** A limit of processors that can be changed while the service runs. */
public interface CpuLimit {
    /** Whose, in words: unique among the lives. */
    String place();

    /**
     * What is enforced now, in processors; infinite for no limit.
     *
     * @throws IOException if it cannot be read
     */
    double read() throws IOException;

    /**
     * Sets it.
     *
     * @throws IOException if it is not taken
     */
    void set(double cpus) throws IOException;
}
