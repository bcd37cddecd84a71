"""Runs exported policies with onnxruntime: `{"model": path, "observation": [[...], ...]}` a line in, `{"action": ...}` out."""

import json
import sys

import numpy as np
import onnxruntime

print(json.dumps({"onnxruntime": onnxruntime.__version__}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    session = onnxruntime.InferenceSession(request["model"], providers=["CPUExecutionProvider"])
    observation = np.array(request["observation"], np.float32)
    (action,) = session.run(["action"], {"observation": observation})
    print(json.dumps({"action": action.tolist()}), flush=True)
