package avalanche.k8s;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Availability;
import avalanche.chaos.target.Injection;
import avalanche.chaos.target.InjectionPlan;
import avalanche.chaos.target.Platform;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetSpec;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ClusterAccess;
import avalanche.k8s.connection.Rights;
import avalanche.k8s.connection.ServerAnswer;
import avalanche.k8s.injection.KubernetesInjection;
import avalanche.k8s.manifest.InjectorSpec;
import avalanche.k8s.manifest.VictimSpec;
import avalanche.k8s.target.KubernetesDisruptions;
import avalanche.k8s.target.KubernetesTarget;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.VersionApi;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Kubernetes cluster, v1.19 or later: the service as a Deployment, injectors as Jobs, each with a namespace of its own
 * that is deleted with it. The pod's limit is the memory limit; the kubelet restarts.
 */
public final class KubernetesPlatform implements Platform {
    /** A pod must be scheduled and a cold JVM with Gatling started; several at once compete for the processors. */
    private static final Duration LEAD = Duration.ofSeconds(30);

    private final KubernetesConfiguration configuration;
    private final ClusterAccess access;
    private final InstantSource clock;
    private final AtomicInteger number = new AtomicInteger();

    /** Chooses the cluster; sends nothing. */
    public KubernetesPlatform(KubernetesConfiguration configuration) {
        this(configuration, ClusterAccess.choose(configuration.kubeconfig(), configuration.context(), System.getenv(),
                Path.of(System.getProperty("user.home"))), InstantSource.system());
    }

    KubernetesPlatform(KubernetesConfiguration configuration, ClusterAccess access, InstantSource clock) {
        this.configuration = configuration;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "kubernetes";
    }

    /** Whether it is the cluster that this program runs in: then it needs no context to be named. */
    public boolean isInCluster() {
        return access instanceof ClusterAccess.InCluster;
    }

    @Override
    public Set<Ability> abilities() {
        return Ability.all(KubernetesTarget.OPERATIONS, KubernetesDisruptions.ABILITIES);
    }

    @Override
    public Availability probe() {
        return switch (access) {
            case ClusterAccess.Refused(String reason, String remedy) -> new Availability.Unavailable(reason, remedy);
            case ClusterAccess.Context context -> probe("context '" + context.context() + "' (" + context.server()
                    + "), since " + context.why());
            case ClusterAccess.InCluster() -> probe("the cluster that this runs in");
        };
    }

    private Availability probe(String where) {
        try (Clients clients = Clients.open(access)) {
            String version = new VersionApi(clients.calls()).getCode().execute().getGitVersion();
            String missing = new Rights(clients).missing(configuration.namespace());
            return missing == null
                    ? new Availability.Available(where + ", " + version)
                    : new Availability.Unavailable(where + " does not allow this user to " + missing, configuration
                            .namespace() == null
                                    ? "name a namespace that may be used, or grant it"
                                    : "apply the Role of the manifests");
        } catch (ApiException e) {
            return new Availability.Unavailable(where + ": " + ServerAnswer.words(e),
                    "start the cluster, or name another context");
        } catch (IOException | RuntimeException e) {
            return new Availability.Unavailable(where + ": its credentials cannot be used: " + e,
                    "see that kubectl works with it");
        }
    }

    @Override
    public Target start(TargetSpec spec) throws IOException {
        VictimSpec victim = Specifications.victim(configuration, spec, number.incrementAndGet());
        return KubernetesTarget.start(Clients.open(access), victim, spec.directory(), clock);
    }

    @Override
    public Injection inject(InjectionPlan plan, int shards) throws IOException {
        if (shards < 1) {
            throw new IllegalArgumentException("shards is " + shards + "; allowed: 1 or more");
        }
        InjectorSpec injectors = Specifications.injectors(configuration, plan, shards, number.incrementAndGet());
        return KubernetesInjection.start(Clients.open(access), injectors, plan.directory(), clock);
    }

    @Override
    public Duration injectorLead() {
        return LEAD;
    }
}
