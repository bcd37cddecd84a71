"""Acts with an exported policy in Python's onnxruntime.

Reads `{"policy": file, "observations": [[...], ...]}` a line from standard input and answers `{"actions": [[...], ...]}`.
"""

import json
import sys

import numpy
import onnxruntime

print(json.dumps({"onnxruntime": onnxruntime.__version__}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    session = onnxruntime.InferenceSession(request["policy"], providers=["CPUExecutionProvider"])
    observations = numpy.asarray(request["observations"], dtype=numpy.float32)
    (actions,) = session.run(["action"], {"observation": observations})
    print(json.dumps({"actions": actions.tolist()}), flush=True)
