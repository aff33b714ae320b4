package avalanche.victim.map;

import avalanche.victim.order.Order;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map of orders: a change answers another one that shares all but the path to the changed place.
 *
 * <p>
 * A hash array mapped trie (Bagwell, <i>Ideal Hash Trees</i>, 2001): each level takes 5 bits of the hash, a node keeps
 * only the children that exist, and a bitmap tells where they are.
 */
final class PersistentTrie {
    private static final int BITS = 5;
    private static final Branch EMPTY = new Branch(0, new Node[0]);

    private final Branch root;

    private PersistentTrie(Branch root) {
        this.root = root;
    }

    static PersistentTrie empty() {
        return new PersistentTrie(EMPTY);
    }

    @Nullable
    Order get(String id) {
        int hash = spread(id);
        Node node = root;
        for (int shift = 0;; shift += BITS) {
            switch (node) {
                case Branch branch -> {
                    int bit = bit(hash, shift);
                    if ((branch.bitmap & bit) == 0) {
                        return null;
                    }
                    node = branch.children[branch.index(bit)];
                }
                case Leaf leaf -> {
                    return leaf.hash == hash ? leaf.find(id) : null;
                }
            }
        }
    }

    PersistentTrie with(Order order) {
        return new PersistentTrie(put(root, 0, new Leaf(spread(order.id()), List.of(order))));
    }

    PersistentTrie without(String id) {
        return new PersistentTrie(remove(root, 0, spread(id), id));
    }

    /** Visits the orders until the visitor answers false; answers whether it wants more. */
    boolean visit(Predicate<Order> visitor) {
        return visit(root, visitor);
    }

    private static boolean visit(Node node, Predicate<Order> visitor) {
        return switch (node) {
            case Branch branch -> {
                for (Node child : branch.children) {
                    if (!visit(child, visitor)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Leaf leaf -> leaf.orders.stream().allMatch(visitor);
        };
    }

    /** The branch with the leaf of one order put into it; {@code shift} tells how many bits lead to the branch. */
    private static Branch put(Branch branch, int shift, Leaf added) {
        int bit = bit(added.hash, shift);
        if ((branch.bitmap & bit) == 0) {
            return branch.inserted(bit, added);
        }
        Node next = switch (branch.children[branch.index(bit)]) {
            case Branch child -> put(child, shift + BITS, added);
            case Leaf leaf when leaf.hash == added.hash -> leaf.with(added.orders.getFirst());
            case Leaf leaf -> put(put(EMPTY, shift + BITS, leaf), shift + BITS, added);
        };
        return branch.replaced(bit, next);
    }

    /** The branch without that id; a child left empty goes, a child left with a single leaf gives way to it. */
    private static Branch remove(Branch branch, int shift, int hash, String id) {
        int bit = bit(hash, shift);
        if ((branch.bitmap & bit) == 0) {
            return branch;
        }
        return switch (branch.children[branch.index(bit)]) {
            case Branch child -> {
                Branch left = remove(child, shift + BITS, hash, id);
                boolean single = left.children.length == 1 && left.children[0] instanceof Leaf;
                yield branch.replaced(bit, single ? left.children[0] : left);
            }
            case Leaf leaf when leaf.find(id) == null -> branch;
            case Leaf leaf when leaf.orders.size() > 1 -> branch.replaced(bit, leaf.without(id));
            case Leaf _ -> branch.removed(bit);
        };
    }

    private static int spread(String id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    private static int bit(int hash, int shift) {
        return 1 << ((hash >>> shift) & 31);
    }

    /** A part of the trie. */
    private sealed interface Node {}

    /** Up to 32 children; bit n of the bitmap tells that there is one for the hash bits n. */
    private static final class Branch implements Node {
        private final int bitmap;
        private final Node[] children;

        private Branch(int bitmap, Node[] children) {
            this.bitmap = bitmap;
            this.children = children;
        }

        private int index(int bit) {
            return Integer.bitCount(bitmap & (bit - 1));
        }

        private Branch inserted(int bit, Node child) {
            int index = index(bit);
            Node[] next = new Node[children.length + 1];
            System.arraycopy(children, 0, next, 0, index);
            next[index] = child;
            System.arraycopy(children, index, next, index + 1, children.length - index);
            return new Branch(bitmap | bit, next);
        }

        private Branch replaced(int bit, Node child) {
            Node[] next = Arrays.copyOf(children, children.length);
            next[index(bit)] = child;
            return new Branch(bitmap, next);
        }

        private Branch removed(int bit) {
            int index = index(bit);
            Node[] next = new Node[children.length - 1];
            System.arraycopy(children, 0, next, 0, index);
            System.arraycopy(children, index + 1, next, index, next.length - index);
            return new Branch(bitmap & ~bit, next);
        }
    }

    /** The orders of one hash: one, but for a collision. */
    private record Leaf(int hash, List<Order> orders) implements Node {
        private @Nullable Order find(String id) {
            for (Order order : orders) {
                if (order.id().equals(id)) {
                    return order;
                }
            }
            return null;
        }

        private Leaf with(Order order) {
            return new Leaf(hash, Stream.concat(others(order.id()), Stream.of(order)).toList());
        }

        private Leaf without(String id) {
            return new Leaf(hash, others(id).toList());
        }

        private Stream<Order> others(String id) {
            return orders.stream().filter(order -> !order.id().equals(id));
        }
    }
}
