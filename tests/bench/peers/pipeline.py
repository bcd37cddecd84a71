"""B-Pref's whole training loop on Meta-World's push: steps with a learned reward, and the work of sessions between them.

One update is 100 control steps, each with an update of the learner, and a tenth of a session of 500 answers: 4 of 40
steps of fitting, 25 of 250 candidate pairs judged by the ensemble, 1,000 of 10,000 remembered transitions relabelled.
"""

import numpy as np
import torch

from loop import CAPACITY, Loop
from reward_ensemble import RewardEnsemble

STEPS = 100
FITS = 4
CANDIDATES = 25
RELABELLED = 1000
LENGTH = 50


class Pipeline(Loop):
    def __init__(self, width, batch, depth, reward_width, reward_depth, pairs):
        size = {"width": reward_width, "depth": reward_depth}
        self.reward = RewardEnsemble(**size, pairs=pairs, length=LENGTH)
        super().__init__(width, batch, depth)

    def learned(self, rows):
        """The mean of the members, as B-Pref asks for it: one after the other."""
        with torch.no_grad():
            return np.mean([member(rows).numpy() for member in self.reward.members], axis=0)

    def inputs(self, rows):
        return torch.from_numpy(np.concatenate([self.observations[rows], self.actions[rows]], 1))

    def step(self, action):
        at = self.count % CAPACITY
        super().step(action)
        self.rewards[at] = self.learned(self.inputs([at]))[0]

    def disagreement(self):
        rows = self.random.integers(0, min(self.count, CAPACITY), CANDIDATES * 2 * LENGTH)
        segments = self.inputs(rows).reshape(CANDIDATES, 2, LENGTH, -1)
        with torch.no_grad():
            returns = torch.stack([member(segments).sum((2, 3)) for member in self.reward.members])
            return (returns[:, :, 0] - returns[:, :, 1]).sigmoid().std(0).argsort()

    def relabel(self):
        # In batches of 200, as B-Pref does.
        for begin in range(0, RELABELLED, 200):
            rows = np.arange(begin, begin + 200) % min(self.count, CAPACITY)
            self.rewards[rows] = self.learned(self.inputs(rows))

    def update(self):
        for _ in range(STEPS):
            super().update()
        self.disagreement()
        for _ in range(FITS):
            self.reward.update()
        self.relabel()
