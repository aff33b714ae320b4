package avalanche.chaos.image;

/** What a container of our images has where: the contract between images, platforms and manifests. */
public final class ContainerPaths {
    /** The images' entry point. */
    public static final String JAVA = "/opt/java/bin/java";
    /** The injector's plan, mounted read-only; its parent holds nothing else. */
    public static final String PLAN = "/opt/avalanche/plan/plan.json";
    /** A folder with the user's jars, mounted read-only where {@code victim.map.plugins} is set. */
    public static final String PLUGINS = "/opt/avalanche/plugins";
    /** A folder with the service's settings, mounted read-only where they are not arguments. */
    public static final String SETTINGS = "/opt/avalanche/settings";
    /** Needs a writable file system of its own: the root is read-only. */
    public static final String TEMPORARY = "/tmp";
    /** User and group that everything in the container runs as. */
    public static final int USER = 10001;
    /** Port for requests. */
    public static final int SERVER_PORT = 8080;
    /** Port for vitals and faults. */
    public static final int MANAGEMENT_PORT = 8081;

    /** The harness's own folder: the working directory of its image, with the sample incidents as in a checkout. */
    public static final String HARNESS_HOME = "/opt/app";

    static final String RUNTIME = "/opt/java";
    static final String APPLICATION = "/opt/app";
    static final String VICTIM_JAR = APPLICATION + "/victim-service.jar";
    /** Class path and main class of the injector, in the launcher's own format. */
    static final String INJECTOR_LAUNCH = APPLICATION + "/injector.args";
    /** Class path, options and main class of the harness, likewise. */
    static final String HARNESS_LAUNCH = APPLICATION + "/harness.args";

    private ContainerPaths() {}
}
