package avalanche.victim.vitals;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The count of requests in flight and completed; each is served to its end by one virtual thread, long polls too. */
public final class Requests implements Filter {
    private final AtomicInteger inFlight = new AtomicInteger();
    private final LongAdder completed = new LongAdder();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        inFlight.incrementAndGet();
        try {
            chain.doFilter(request, response);
        } finally {
            inFlight.decrementAndGet();
            completed.increment();
        }
    }

    /** How many requests were begun and not yet answered. */
    public int inFlight() {
        return inFlight.get();
    }

    /** How many requests were answered, with whatever status. */
    public long completed() {
        return completed.sum();
    }
}
