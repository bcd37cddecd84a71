"""An ensemble of reward networks on pairs of segments, as B-Pref trains it: losses summed, one Adam for all members."""

import torch
import torch.nn.functional as F

from networks import mlp


class RewardEnsemble:
    def __init__(self, width=256, depth=3, members=3, pairs=128, length=50, inputs=43, rate=3e-4):
        self.members = [
            torch.nn.Sequential(mlp([inputs, *[width] * depth, 1], torch.nn.LeakyReLU), torch.nn.Tanh())
            for _ in range(members)
        ]
        self.optimiser = torch.optim.Adam([p for member in self.members for p in member.parameters()], rate)
        self.first = torch.rand(pairs, length, inputs) * 2 - 1
        self.second = torch.rand(pairs, length, inputs) * 2 - 1
        self.labels = torch.arange(pairs) % 2

    def update(self):
        loss = 0.0
        for member in self.members:
            returns = [member(segments).sum(1) for segments in (self.first, self.second)]
            loss = loss + F.cross_entropy(torch.cat(returns, -1), self.labels)
        self.optimiser.zero_grad()
        loss.backward()
        self.optimiser.step()
        return loss.item()
