package avalanche.results.verdict;

import avalanche.results.evidence.Run;

/**
 * What a run is judged by.
 *
 * @param run its timeline, lives and receipts
 * @param histograms the times of its requests
 */
public record RunEvidence(Run run, Histograms histograms) {}
