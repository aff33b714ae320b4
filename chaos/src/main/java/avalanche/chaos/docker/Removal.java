package avalanche.chaos.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.util.List;

/** Removes what is there; what is gone already, or being removed by another, is as good as removed. */
final class Removal {
    private Removal() {}

    static void container(DockerClient engine, String id) {
        try {
            engine.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
        } catch (NotFoundException | ConflictException _) {
            // Gone, or going.
        }
    }

    /** A network with whatever is still in it. */
    static void network(DockerClient engine, String id) {
        List<Container> inside = engine.listContainersCmd().withShowAll(true).withNetworkFilter(List.of(id)).exec();
        inside.forEach(container -> container(engine, container.getId()));
        try {
            engine.removeNetworkCmd(id).exec();
        } catch (NotFoundException _) {
            // Gone.
        }
    }
}
