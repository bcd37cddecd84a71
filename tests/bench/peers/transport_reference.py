"""Optimal transport by Python's POT: reference values, and times.

Without arguments it prints the document that tests/golden/transport.json holds. With `serve` it reads a problem a line from
standard input and answers with milliseconds by the clock and of the processor, value and plan. On one thread, unless
OMP_NUM_THREADS says otherwise.
"""

import json
import os
import sys
import time
from importlib.metadata import version

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", os.environ["OMP_NUM_THREADS"])

import numpy as np
import ot


def cloud(generator, n, dimensions):
    points = generator.normal(size=(n, dimensions))
    return ot.dist(points, points, metric="euclidean")


def problem(n, m, seed):
    generator = np.random.default_rng(seed)
    C1, C2 = cloud(generator, n, 3), cloud(generator, m, 2)
    C1, C2 = C1 / C1.max(), C2 / C2.max()
    F = generator.uniform(size=(n, m))
    p, q = generator.uniform(0.5, 1.5, n), generator.uniform(0.5, 1.5, m)
    return C1, C2, F, p / p.sum(), q / q.sum()


def solve(method, C1, C2, F, p, q, epsilon, alpha=0.3, tolerance=1e-9, sinkhorn="sinkhorn_log"):
    """The plan and its cost; alpha weighs F, which POT weighs by 1 - alpha."""
    if method == "sinkhorn":
        plan = ot.sinkhorn(p, q, F, epsilon, method=sinkhorn, numItermax=200000, stopThr=tolerance)
        return plan, float((plan * F).sum())
    if method == "emd":
        plan = ot.emd(p, q, F)
        return plan, float((plan * F).sum())
    exact = dict(loss_fun="square_loss", symmetric=True, tol_rel=tolerance, tol_abs=tolerance, log=True)
    if method == "exact-gw":
        plan, log = ot.gromov.gromov_wasserstein(C1, C2, p, q, **exact)
        return plan, float(log["gw_dist"])
    if method == "exact-fused-gw":
        plan, log = ot.gromov.fused_gromov_wasserstein(F, C1, C2, p, q, alpha=1 - alpha, **exact)
        return plan, float(log["fgw_dist"])
    common = dict(loss_fun="square_loss", tol=tolerance, max_iter=1000, log=True)
    if method == "gw":
        plan, log = ot.gromov.entropic_gromov_wasserstein(C1, C2, p, q, epsilon=epsilon, **common)
        return plan, float(log["gw_dist"])
    if method == "fused-gw":
        plan, log = ot.gromov.entropic_fused_gromov_wasserstein(
            F, C1, C2, p, q, alpha=1 - alpha, epsilon=epsilon, **common
        )
        return plan, float(log["fgw_dist"])
    raise ValueError(method)


def fixture():
    cases = []
    for method, sizes, epsilons in [
        ("sinkhorn", [(6, 5), (20, 20)], [0.02, 0.1, 1.0]),
        ("gw", [(6, 5), (20, 20)], [0.02, 0.1]),
        ("fused-gw", [(6, 5), (20, 20)], [0.02, 0.1]),
        ("emd", [(6, 5), (20, 20)], [0]),
        ("exact-gw", [(6, 5), (20, 20)], [0]),
        ("exact-fused-gw", [(6, 5), (20, 20)], [0]),
    ]:
        for n, m in sizes:
            for epsilon in epsilons:
                C1, C2, F, p, q = problem(n, m, seed=n + m)
                plan, value = solve(method, C1, C2, F, p, q, epsilon, tolerance=1e-12)
                rows = lambda values: np.asarray(values).tolist()
                given = dict(C1=rows(C1), C2=rows(C2), F=rows(F), p=rows(p), q=rows(q))
                cases.append(dict(method=method, epsilon=epsilon, alpha=0.3, **given, plan=rows(plan), value=value))
    return {"pot": version("pot"), "cases": cases}


def serve():
    print(json.dumps({"pot": version("pot"), "numpy": np.__version__}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        given = {name: np.asarray(request[name]) for name in ["C1", "C2", "F", "p", "q"]}
        began, busy = time.perf_counter(), time.process_time()
        plan, value = solve(request["method"], **given, **request["settings"])
        answer = {"ms": 1000 * (time.perf_counter() - began), "cpuMs": 1000 * (time.process_time() - busy)}
        print(json.dumps({**answer, "value": value, "plan": plan.tolist()}), flush=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["serve"]:
        serve()
    else:
        print(json.dumps(fixture()))
