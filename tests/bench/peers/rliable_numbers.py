# What rliable 1.2.0 and SciPy answer about a few score tables: the fixture of tests/golden/rliable.test.ts.
#
#   python tests/bench/peers/rliable_numbers.py > tests/golden/rliable.json   (minutes; arch 7.2 wants pandas below 3)
#
# Beside each interval stands the standard deviation of its ends at `repeats` resamples, seen over `rounds` repetitions: an
# interval of B resamples differs from the true percentile by about that times sqrt(repeats / B).

import json
import sys

import numpy as np
import scipy.stats
from rliable import library, metrics

REPS = 4000
ROUNDS, ROUND_REPS = 8, 500
PAIRS = [('steady', 'lucky'), ('lucky', 'steady'), ('success', 'tied'), ('twice', 'tied')]
AGGREGATES = lambda scores: np.array([
    metrics.aggregate_iqm(scores), metrics.aggregate_mean(scores),
    metrics.aggregate_median(scores), metrics.aggregate_optimality_gap(scores)])


def tables():
    rng = np.random.default_rng(6)
    success = lambda rates, runs: rng.binomial(50, rates, size=(runs, len(rates))) / 50
    return {
        'steady': rng.normal([0.4, 0.9, 1.3, 0.2], 0.3, size=(7, 4)),
        'lucky': rng.normal([0.6, 0.7, 1.0, 0.9], 0.5, size=(10, 4)),
        'success': success([0.97, 0.6, 0.2, 0.99], 5),
        'tied': np.round(rng.uniform(0, 1, size=(6, 4)), 1),
        'twice': np.full((3, 4), 0.5),
    }


def with_ends(data, func):
    np.random.seed(1)
    points, intervals = library.get_interval_estimates({'x': data}, func, reps=REPS)
    ends = [library.get_interval_estimates({'x': data}, func, reps=ROUND_REPS)[1]['x'] for _ in range(ROUNDS)]
    return points['x'].tolist(), intervals['x'].T.tolist(), np.std(ends, axis=0, ddof=1).T.tolist()


def estimate(data, func):
    points, intervals, deviations = with_ends(data, func)
    return {'values': points, 'intervals': intervals, 'deviations': deviations}


def improvement(first, second):
    return np.array([metrics.probability_of_improvement(first, second)])


def signed_rank():
    rng = np.random.default_rng(7)
    cases = [rng.normal(0.4, 1, size=n).tolist() for n in (3, 6, 11, 25, 40)]
    answers = [[scipy.stats.wilcoxon(x, alternative=a, method='exact').pvalue
                for a in ('two-sided', 'greater', 'less')] for x in cases]
    # With ties only a permutation test is exact.
    tied = [[1, 1, -1, 2, 2, 3], [0.5, -0.5, 1, 1, 1, -2, 3, 3], [0, 1, 1, -1, 0, 2]]
    exhaustive = scipy.stats.PermutationMethod(n_resamples=np.inf)
    tied_answers = [[scipy.stats.wilcoxon([v for v in x if v], alternative=a, method=exhaustive).pvalue
                     for a in ('two-sided', 'greater', 'less')] for x in tied]
    many = rng.normal(0.1, 1, size=150).round(1).tolist()
    normal = [scipy.stats.wilcoxon(many, alternative=a, method='approx', correction=False).pvalue
              for a in ('two-sided', 'greater', 'less')]
    return {'cases': cases + tied, 'p': answers + tied_answers, 'many': many, 'manyP': normal}


def main():
    scores = tables()
    thresholds = np.round(np.linspace(0, 1.5, 7), 2)
    rng = np.random.default_rng(8)
    curves = np.cumsum(rng.uniform(0, 0.3, size=(5, 3, 6)), axis=2)
    profile = lambda table: library.score_distributions(table, thresholds)
    by_frame = lambda values: np.array([metrics.aggregate_iqm(values[..., i]) for i in range(values.shape[-1])])
    json.dump({
        'made': f'rliable 1.2.0, SciPy {scipy.__version__}, NumPy {np.__version__}',
        'repeats': ROUND_REPS,
        'scores': {name: table.tolist() for name, table in scores.items()},
        'aggregates': {name: estimate(table, AGGREGATES) for name, table in scores.items()},
        'thresholds': thresholds.tolist(),
        'profiles': {name: estimate(table, profile) for name, table in scores.items()},
        'improvement': [
            {'first': a, 'second': b, **estimate([scores[a], scores[b]], improvement)}
            for a, b in PAIRS],
        'curves': curves.tolist(),
        'efficiency': estimate(curves, by_frame),
        'signedRank': signed_rank(),
    }, sys.stdout)
    print()


main()
