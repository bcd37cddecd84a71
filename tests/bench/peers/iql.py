"""Implicit Q-learning: expectile value, advantage-weighted actor, twin critics with targets; one Adam each."""

import copy

import torch
import torch.nn.functional as F

from networks import mlp


class Iql:
    def __init__(self, width, batch, observation=39, action=4, rate=3e-4, expectile=0.7, beta=3.0):
        hidden = [width, width]
        self.expectile, self.beta = expectile, beta
        self.value = mlp([observation, *hidden, 1], torch.nn.ReLU)
        self.critics = torch.nn.ModuleList(mlp([observation + action, *hidden, 1], torch.nn.ReLU) for _ in range(2))
        self.targets = copy.deepcopy(self.critics).requires_grad_(False)
        self.actor = mlp([observation, *hidden, action], torch.nn.ReLU)
        self.log_deviation = torch.nn.Parameter(torch.zeros(action))
        self.value_optimiser = torch.optim.Adam(self.value.parameters(), rate)
        self.critic_optimiser = torch.optim.Adam(self.critics.parameters(), rate)
        self.actor_optimiser = torch.optim.Adam([*self.actor.parameters(), self.log_deviation], rate)
        self.observations = torch.rand(batch, observation) * 2 - 1
        self.actions = torch.rand(batch, action) * 2 - 1
        self.rewards = torch.rand(batch, 1) * 2 - 1
        self.continues = torch.ones(batch, 1)
        self.next_observations = torch.rand(batch, observation) * 2 - 1

    def update(self):
        taken = torch.cat([self.observations, self.actions], 1)
        with torch.no_grad():
            q = torch.min(self.targets[0](taken), self.targets[1](taken))
            next_value = self.value(self.next_observations)

        advantage = q - self.value(self.observations)
        weight = torch.abs(self.expectile - (advantage.detach() < 0).float())
        value_loss = (weight * advantage**2).mean()
        self.value_optimiser.zero_grad()
        value_loss.backward()
        self.value_optimiser.step()

        target = self.rewards + 0.99 * self.continues * next_value
        critic_loss = F.mse_loss(self.critics[0](taken), target) + F.mse_loss(self.critics[1](taken), target)
        self.critic_optimiser.zero_grad()
        critic_loss.backward()
        self.critic_optimiser.step()
        with torch.no_grad():
            for slow, critic in zip(self.targets.parameters(), self.critics.parameters()):
                slow.lerp_(critic, 0.005)

        weights = (self.beta * advantage.detach()).exp().clamp(max=100)
        mean = torch.tanh(self.actor(self.observations))
        log_deviation = self.log_deviation.clamp(-5, 2)
        standard = (self.actions - mean) * (-log_deviation).exp()
        log_probability = -(0.5 * standard**2 + log_deviation + 0.9189385).sum(1, keepdim=True)
        actor_loss = -(weights * log_probability).mean()
        self.actor_optimiser.zero_grad()
        actor_loss.backward()
        self.actor_optimiser.step()
        return value_loss.item(), critic_loss.item(), actor_loss.item()
