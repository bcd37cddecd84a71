"""Plays Meta-World's own tasks with its own scripted policies, or at random.

Reads `{"task": name without version, "policy": "expert" or "random", "episodes": n, "after": steps}` a line from standard
input and answers what the episodes were like: an episode ends `after` steps beyond its first success.
"""

import json
import sys
import time
import warnings
from importlib.metadata import version

import metaworld
import numpy as np
from metaworld.policies import ENV_POLICY_MAP

warnings.filterwarnings("ignore")


def numbers(values):
    """JSON has no infinity."""
    return [None if np.isinf(value) else float(value) for value in values]


class Random:
    def __init__(self):
        self.generator = np.random.default_rng(1)

    def get_action(self, _observation):
        return self.generator.uniform(-1, 1, 4)


def play(task, kind, episodes, after):
    name = f"{task}-v3"
    benchmark = metaworld.MT1(name, seed=1)
    env = benchmark.train_classes[name]()
    policy = Random() if kind == "random" else ENV_POLICY_MAP[name]()
    first, reward_at_first, best, starts, steps, seconds = [], [], [], [], 0, 0.0
    for episode in range(episodes):
        env.set_task(benchmark.train_tasks[episode % len(benchmark.train_tasks)])
        observation, _ = env.reset()
        starts.append(observation.tolist())
        found, rewards = None, []
        began = time.perf_counter()
        for step in range(env.max_path_length):
            action = np.clip(policy.get_action(observation), -1, 1)
            observation, reward, _, truncated, info = env.step(action)
            rewards.append(float(reward))
            if found is None and info["success"] > 0:
                found = step
            if truncated or (found is not None and step >= found + after):
                break
        seconds += time.perf_counter() - began
        steps += len(rewards)
        first.append(None if found is None else found + 1)
        reward_at_first.append(None if found is None else rewards[found])
        best.append(max(rewards))
    space = env.observation_space
    return {
        "firstSuccess": first,
        "rewardAtSuccess": reward_at_first,
        "bestReward": best,
        "starts": starts,
        "low": numbers(space.low),
        "high": numbers(space.high),
        "stepsPerSecond": steps / seconds,
    }


print(json.dumps({"metaworld": version("metaworld")}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps(play(request["task"], request["policy"], request["episodes"], request["after"])), flush=True)
