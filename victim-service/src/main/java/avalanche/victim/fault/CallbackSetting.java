package avalanche.victim.fault;

/** How long each entry of a walk is held up, and how. */
public record CallbackSetting(Delay delay, Mode mode) {
    /** Whether delays are added up and parked together, since most are too short to park one by one. */
    public boolean perBatch() {
        return mode != Mode.SPIN && delay.typicalMicros() * 1_000 < Debt.PARKED_FROM_NANOS;
    }
}
