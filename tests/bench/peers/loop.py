"""The training loop of B-Pref on Meta-World's push: act, step, remember, and one update for each control step."""

import numpy as np
import torch
from metaworld.env_dict import ALL_V3_ENVIRONMENTS_GOAL_OBSERVABLE

from sac import Sac

CAPACITY = 100_000
WARM_UP = 1000


class Loop:
    def __init__(self, width, batch, depth=2):
        self.learner = Sac(width=width, batch=batch, depth=depth)
        self.batch = batch
        self.env = ALL_V3_ENVIRONMENTS_GOAL_OBSERVABLE["push-v3-goal-observable"](seed=0)
        size = self.env.observation_space.shape[0]
        self.observations = np.zeros((CAPACITY, size), np.float32)
        self.next_observations = np.zeros((CAPACITY, size), np.float32)
        self.actions = np.zeros((CAPACITY, 4), np.float32)
        self.rewards = np.zeros((CAPACITY, 1), np.float32)
        self.count = 0
        self.random = np.random.default_rng(0)
        self.start_episode()
        for _ in range(WARM_UP):
            self.step(self.random.uniform(-1, 1, 4).astype(np.float32))

    def start_episode(self):
        self.episode_steps = 0
        self.observation = self.env.reset()[0].astype(np.float32)

    def step(self, action):
        observation, reward, _, truncated, _ = self.env.step(action)
        observation = observation.astype(np.float32)
        at = self.count % CAPACITY
        self.observations[at], self.actions[at], self.rewards[at] = self.observation, action, reward
        self.next_observations[at] = self.observation = observation
        self.count += 1
        self.episode_steps += 1
        if truncated or self.episode_steps == 500:
            self.start_episode()

    def update(self):
        self.step(self.learner.act(self.observation))
        rows = self.random.integers(0, min(self.count, CAPACITY), self.batch)
        learner = self.learner
        learner.observations = torch.from_numpy(self.observations[rows])
        learner.actions = torch.from_numpy(self.actions[rows])
        learner.rewards = torch.from_numpy(self.rewards[rows])
        learner.next_observations = torch.from_numpy(self.next_observations[rows])
        return learner.update()
