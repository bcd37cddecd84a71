"""Times one case on each request, so that another process can take turns with it.

Reads `{"case": ..., "seconds": ...}` a line from standard input and answers `{"ms": ..., "cpuMs": ...}`: the time of one
update by the clock, and that of the processor.
"""

import json
import sys
import time

import torch

from updates import cases

torch.set_num_threads(1)
torch.set_num_interop_threads(1)
prepared = {}


def timed(case, seconds):
    start, cpu = time.perf_counter(), time.process_time()
    count = 0
    while True:
        case.update()
        count += 1
        elapsed = time.perf_counter() - start
        if elapsed >= seconds:
            return {"ms": 1000 * elapsed / count, "cpuMs": 1000 * (time.process_time() - cpu) / count}


print(json.dumps({"torch": torch.__version__, "cases": list(cases)}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    name = request["case"]
    if name not in prepared:
        prepared.clear()
        torch.manual_seed(0)
        prepared[name] = cases[name]()
    print(json.dumps(timed(prepared[name], request["seconds"])), flush=True)
