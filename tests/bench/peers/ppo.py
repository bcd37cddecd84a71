"""One epoch of proximal policy optimisation over shuffled minibatches, as Stable-Baselines3 and CleanRL write it."""

import torch
import torch.nn.functional as F

from networks import mlp


class Ppo:
    def __init__(self, width, minibatch, samples=8192, observation=39, action=4, rate=3e-4):
        self.samples, self.minibatch = samples, minibatch
        self.actor = mlp([observation, width, width, action], torch.nn.Tanh)
        self.critic = mlp([observation, width, width, 1], torch.nn.Tanh)
        self.log_deviation = torch.nn.Parameter(torch.zeros(action))
        self.parameters = [*self.actor.parameters(), self.log_deviation, *self.critic.parameters()]
        self.optimiser = torch.optim.Adam(self.parameters, rate, eps=1e-5)
        self.observations = torch.rand(samples, observation) * 2 - 1
        self.actions = torch.rand(samples, action) * 2 - 1
        # Normalised once, over the rollout.
        self.advantages = torch.randn(samples)
        self.returns = torch.randn(samples)
        with torch.no_grad():
            self.old_log_probability = self.log_probability_of(self.observations, self.actions)

    def log_probability_of(self, observations, actions):
        standard = (actions - self.actor(observations)) * (-self.log_deviation).exp()
        return -(0.5 * standard**2 + self.log_deviation + 0.9189385).sum(1)

    def update(self):
        order = torch.randperm(self.samples)
        for start in range(0, self.samples, self.minibatch):
            loss = self.minibatch_update(order[start : start + self.minibatch])
        return loss.item()

    def minibatch_update(self, rows):
        observations, actions, advantages = self.observations[rows], self.actions[rows], self.advantages[rows]
        ratio = (self.log_probability_of(observations, actions) - self.old_log_probability[rows]).exp()
        policy_loss = -torch.min(ratio * advantages, ratio.clamp(0.8, 1.2) * advantages).mean()
        value_loss = F.mse_loss(self.critic(observations).squeeze(1), self.returns[rows])
        entropy = (self.log_deviation + 1.4189385).sum()
        loss = policy_loss + 0.5 * value_loss - 0.0 * entropy
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, 0.5)
        self.optimiser.step()
        return loss
