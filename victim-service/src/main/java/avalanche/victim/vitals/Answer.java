package avalanche.victim.vitals;

import java.util.Map;

/** An HTTP answer. */
record Answer(int status, String contentType, Map<String, String> headers, String body) {}
