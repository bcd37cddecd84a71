# What TensorBoard reads in a folder of event files, for events.ts.

import json
import sys

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.util import tensor_util

for line in sys.stdin:
    events = EventAccumulator(json.loads(line)['folder'], size_guidance={'scalars': 0, 'tensors': 0})
    events.Reload()
    tags = events.Tags()
    text = lambda tag: tensor_util.make_ndarray(events.Tensors(tag)[0].tensor_proto).item().decode()
    print(json.dumps({
        'scalars': {tag: [[e.step, e.value] for e in events.Scalars(tag)] for tag in tags['scalars']},
        'texts': {tag: text(tag) for tag in tags['tensors']},
    }))
