package avalanche.chaos.image;

/**
 * The images that a run uses. The tags are made from what is in them, so that a name never stands for anything else.
 *
 * @param victim the service, such as {@code avalanche/victim-service:0123456789ab}
 * @param injector the injector, such as {@code avalanche/injector:0123456789ab}
 */
public record ImageNames(String victim, String injector) {}
