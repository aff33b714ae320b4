package avalanche.victim.vitals;

import avalanche.victim.fault.CallbackSetting;
import avalanche.victim.fault.Delay;
import avalanche.victim.fault.Receipt;
import avalanche.victim.fault.SlowCallback;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The document of {@code GET /fault/callback}. */
record FaultDocument(@Nullable Configured configured, Receipt.Observed observed, boolean perBatch) {

    static FaultDocument of(SlowCallback.@Nullable Report report) {
        if (report == null) {
            return new FaultDocument(null, new Receipt.Observed(0, 0, 0, 0, 0), false);
        }
        CallbackSetting setting = report.setting();
        return new FaultDocument(new Configured(delay(setting.delay()), setting.mode().id()), report.observed(), setting
                .perBatch());
    }

    private static Map<String, Object> delay(Delay delay) {
        Map<String, Object> document = new LinkedHashMap<>();
        switch (delay) {
            case Delay.Fixed(double micros) -> {
                document.put("distribution", "fixed");
                document.put("micros", micros);
            }
            case Delay.Uniform(double min, double max) -> {
                document.put("distribution", "uniform");
                document.put("minMicros", min);
                document.put("maxMicros", max);
            }
            case Delay.LogNormal(double median, double sigma) -> {
                document.put("distribution", "log-normal");
                document.put("medianMicros", median);
                document.put("sigma", sigma);
            }
        }
        return document;
    }

    record Configured(Map<String, Object> delay, String mode) {}
}
