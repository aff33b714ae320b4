package avalanche.k8s.target;

import avalanche.chaos.target.Ability;
import avalanche.chaos.target.Blackout;
import avalanche.chaos.target.Disruptions;
import avalanche.chaos.target.LifeReport;
import avalanche.chaos.target.Management;
import avalanche.chaos.target.Operations;
import avalanche.chaos.target.Target;
import avalanche.chaos.target.TargetException;
import avalanche.chaos.vitals.OomKillsSeen;
import avalanche.k8s.connection.Clients;
import avalanche.k8s.connection.ServerAnswer;
import avalanche.k8s.life.LifeLedger;
import avalanche.k8s.manifest.Labels;
import avalanche.k8s.manifest.Placement;
import avalanche.k8s.manifest.VictimManifests;
import avalanche.k8s.manifest.VictimSpec;
import avalanche.k8s.pods.PodWatch;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1ServiceSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The service as a Deployment behind a Service. The kubelet restarts it; this follows, records and ends it. */
public final class KubernetesTarget implements Target {
    /** What can be done to it as an operator would. */
    public static final Set<Ability> OPERATIONS = Set.of(Ability.SCALE, Ability.ROLL, Ability.LIMIT, Ability.RESTART);

    private final Clients clients;
    private final Workspace workspace;
    private final String namespace;
    private final LifeLedger ledger = new LifeLedger();
    private final PodBoard board;
    private final Undertaker undertaker;
    private final DeploymentOperations operations;
    private final Disrupted disrupted = new Disrupted();
    private final KubernetesDisruptions disruptions;
    private final Management management;
    private final Diagnosis diagnosis;
    private final URI baseUri;
    private final Instant startedAt;
    private @Nullable PodWatch watch;
    private volatile boolean closing;

    private KubernetesTarget(Clients clients, Workspace workspace, VictimSpec spec, Path directory, InstantSource clock,
            URI baseUri) {
        this.namespace = spec.placement().namespace();
        this.clients = clients;
        this.workspace = workspace;
        this.baseUri = baseUri;
        this.startedAt = clock.instant();
        this.undertaker = new Undertaker(clients, namespace, directory, clock, ledger, this::isStopped, spec
                .container().liveness() != null, disrupted);
        this.board = new PodBoard(ledger, this::follow, spec.replicas());
        this.operations = new DeploymentOperations(clients, spec, board);
        this.disruptions = new KubernetesDisruptions(clients, spec, new KubernetesDisruptions.Sight(board, ledger,
                disrupted));
        this.management = new PodProxyManagement(clients.quick(), namespace, board::running);
        this.diagnosis = new Diagnosis(clients, namespace, ledger, board, undertaker);
    }

    /**
     * Creates the service's objects and begins to follow its pods; returns before it is ready.
     *
     * @param clients closed with the target
     * @param directory where the lives' logs go; exists
     * @throws IOException if the cluster refuses an object; none is left
     */
    public static KubernetesTarget start(Clients clients, VictimSpec spec, Path directory, InstantSource clock)
            throws IOException {
        Placement placement = spec.placement();
        String pods = Labels.select(VictimManifests.COMPONENT, placement.instance());
        Workspace workspace = new Workspace(clients, placement, pods);
        try {
            workspace.create(VictimManifests.of(spec));
            KubernetesTarget target = new KubernetesTarget(clients, workspace, spec, directory, clock, address(clients,
                    placement));
            target.watch = PodWatch.start(clients, placement.namespace(), pods, clock, target.board);
            return target;
        } catch (IOException | RuntimeException e) {
            workspace.close();
            clients.close();
            throw e;
        }
    }

    /** The Service's own address: reached from every pod, with or without the cluster's DNS. */
    private static URI address(Clients clients, Placement placement) throws IOException {
        try {
            V1ServiceSpec service = new CoreV1Api(clients.calls()).readNamespacedService(placement.name(
                    VictimManifests.COMPONENT), placement.namespace()).execute().getSpec();
            String ip = service == null ? null : service.getClusterIP();
            if (ip == null) {
                throw new IOException("the service in " + placement.namespace() + " was given no address");
            }
            return URI.create("http://" + (ip.contains(":") ? "[" + ip + "]" : ip) + ":" + VictimManifests.REQUESTS);
        } catch (ApiException e) {
            throw ServerAnswer.refused("the service's address could not be read", e);
        }
    }

    private void follow(LifeLedger.Change change) {
        undertaker.accept(change, board::signal);
    }

    private boolean isStopped(LifeLedger.Remains life) {
        return closing || board.isLeftByOrder(life);
    }

    @Override
    public URI baseUri() {
        return baseUri;
    }

    @Override
    public Management management() {
        return management;
    }

    @Override
    public Management management(String instance) {
        return new OomKillsSeen(new PodProxyManagement(clients.quick(), namespace, () -> List.of(instance)),
                kills -> ledger.counted(instance, kills));
    }

    /**
     * Waits until a replica is ready; where the last life has ended after having been ready, until the next one is.
     */
    @Override
    public void awaitReady(Duration atMost) throws TargetException, InterruptedException {
        boolean settled = board.await(() -> ledger.isUp() || hopeless() != null, atMost);
        if (!settled) {
            throw new TargetException("the service was not ready within " + atMost.toMillis() + " ms\n"
                    + diagnostics());
        }
        String hopeless = ledger.isUp() ? null : hopeless();
        if (hopeless != null) {
            throw new TargetException(hopeless + "\n" + diagnostics());
        }
    }

    private @Nullable String hopeless() {
        if (closing) {
            return "the service was closed while it was waited for";
        }
        return ledger.stillborn() != null ? "the service ended before it was ready" : board.hopeless();
    }

    @Override
    public List<LifeReport> lives() {
        return ledger.reports();
    }

    @Override
    public List<Blackout> blackouts() {
        return ledger.gaps().stream().map(gap -> new Blackout(gap.from(), gap.until(), gap.words())).toList();
    }

    @Override
    public String diagnostics() {
        return diagnosis.words();
    }

    @Override
    public Operations operations() {
        return operations;
    }

    @Override
    public Disruptions disruptions() {
        return disruptions;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
        }
        board.signal();
        boolean interrupted = Thread.interrupted();
        try {
            disruptions.close();
            PodWatch pods = watch;
            if (pods != null) {
                pods.close();
            }
            undertaker.close();
            undertaker.stopRest(startedAt);
        } finally {
            workspace.close();
            clients.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
