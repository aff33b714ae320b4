package avalanche.scenarios.incident;

import java.util.Arrays;
import java.util.Locale;

/** The words that incident files have for the constants of an enum: their names in kebab case. */
final class Choice {
    private Choice() {}

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Section.Parser<E> of(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return text -> Arrays.stream(constants).filter(constant -> word(constant).equals(text)).findFirst()
                .orElseThrow(() -> Unfit.word(text, Arrays.stream(constants).map(Choice::word).toList()));
    }
}
