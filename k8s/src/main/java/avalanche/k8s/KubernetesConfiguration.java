package avalanche.k8s;

import avalanche.chaos.image.ImageNames;
import avalanche.k8s.manifest.PullPolicy;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster is used and how.
 *
 * @param kubeconfig the kubeconfig, null for {@code KUBECONFIG}, {@code ~/.kube/config} or the cluster that this runs in
 * @param context its context, null for the current one, which then must look like a test cluster
 * @param images what runs
 * @param pullPolicy when nodes fetch images
 * @param prefix beginning of the names of all that is created: lower-case letters, digits and hyphens, at most 20
 * @param namespace an existing namespace that everything goes to; null for one of its own for each target and injection,
 * which takes the right to create namespaces
 * @param injectorHeapBytes heap limit of one injector, 16 MiB or more
 * @param injectorCpus limit of processors of one injector, 0.1 or more
 * @param mostReplicas how many replicas of the service there is room for, 1 or more
 */
public record KubernetesConfiguration(@Nullable Path kubeconfig, @Nullable String context, ImageNames images,
        PullPolicy pullPolicy, String prefix, @Nullable String namespace, long injectorHeapBytes, double injectorCpus,
        int mostReplicas) {
    /** The beginning of names, unless told otherwise. */
    public static final String PREFIX = "avalanche";

    private static final long MEBIBYTE = 1 << 20;
    private static final long INJECTOR_HEAP = 512 * MEBIBYTE;
    private static final double INJECTOR_CPUS = 2;
    private static final int MOST_REPLICAS = 8;

    public KubernetesConfiguration {
        if (!prefix.matches("[a-z]([a-z0-9-]{0,18}[a-z0-9])?")) {
            throw new IllegalArgumentException("prefix is '" + prefix
                    + "'; allowed: lower-case letters, digits and hyphens, beginning with a letter, at most 20");
        }
        if (injectorHeapBytes < 16 * MEBIBYTE) {
            throw new IllegalArgumentException("injectorHeapBytes is " + injectorHeapBytes
                    + "; allowed: 16 MiB or more");
        }
        if (!(injectorCpus >= 0.1)) {
            throw new IllegalArgumentException("injectorCpus is " + injectorCpus + "; allowed: 0.1 or more");
        }
        if (mostReplicas < 1) {
            throw new IllegalArgumentException("mostReplicas is " + mostReplicas + "; allowed: 1 or more");
        }
    }

    /** Everything but the cluster and the images as usual. */
    public KubernetesConfiguration(@Nullable Path kubeconfig, @Nullable String context, ImageNames images) {
        this(kubeconfig, context, images, PullPolicy.IF_NOT_PRESENT, PREFIX, null, INJECTOR_HEAP, INJECTOR_CPUS,
                MOST_REPLICAS);
    }

    /** The same in an existing namespace. */
    public KubernetesConfiguration in(String existing) {
        return new KubernetesConfiguration(kubeconfig, context, images, pullPolicy, prefix, existing, injectorHeapBytes,
                injectorCpus, mostReplicas);
    }

    /** Memory of one injector: its heap and what its JVM needs beside it. */
    long injectorMemoryBytes() {
        return injectorHeapBytes + Math.max(256 * MEBIBYTE, injectorHeapBytes / 2);
    }
}
