package avalanche.victim.fault;

import java.util.random.RandomGenerator.SplittableGenerator;
import org.jspecify.annotations.Nullable;

/** The callback's delay, which can be set while walks run and takes effect at their next entry. */
public final class SlowCallback {
    private final Waiting waiting;
    private final SplittableGenerator random;
    private volatile @Nullable Active active;

    /** Without a delay; each walk samples from its own split of the generator. */
    public SlowCallback(Waiting waiting, SplittableGenerator random) {
        this.waiting = waiting;
        this.random = random;
    }

    /** Sets the delay and begins a fresh receipt; null takes the delay away. */
    public void configure(@Nullable CallbackSetting setting) {
        active = setting == null ? null : new Active(setting);
    }

    /** Begins a walk. */
    public synchronized Debt begin() {
        return new Debt(this, waiting, random.split());
    }

    /** What is configured and what was observed since; null where no delay is set. */
    public @Nullable Report report() {
        Active now = active;
        return now == null ? null : new Report(now.setting, now.receipt.observed());
    }

    @Nullable
    Active active() {
        return active;
    }

    /** A setting in force, and its receipt; told apart by identity. */
    static final class Active {
        private final CallbackSetting setting;
        private final boolean perBatch;
        private final Receipt receipt = new Receipt();

        private Active(CallbackSetting setting) {
            this.setting = setting;
            perBatch = setting.perBatch();
        }

        CallbackSetting setting() {
            return setting;
        }

        /** As {@link CallbackSetting#perBatch}, which every entry asks. */
        boolean perBatch() {
            return perBatch;
        }

        Receipt receipt() {
            return receipt;
        }
    }

    /** A setting and the delays that entries really had under it. */
    public record Report(CallbackSetting setting, Receipt.Observed observed) {}
}
