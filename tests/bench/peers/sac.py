"""Soft actor-critic as CleanRL and B-Pref write it: three Adam optimisers, critics first, then actor, then temperature.

`thrifty` keeps the actor's loss from computing gradients of the critics, which the published scripts compute and throw
away.
"""

import copy
import math

import torch
import torch.nn.functional as F

from networks import mlp


class Sac:
    def __init__(self, width, batch, depth=2, thrifty=False, observation=39, action=4, rate=3e-4):
        hidden = [width] * depth
        self.actor = mlp([observation, *hidden, 2 * action], torch.nn.ReLU)
        self.critics = torch.nn.ModuleList(mlp([observation + action, *hidden, 1], torch.nn.ReLU) for _ in range(2))
        self.targets = copy.deepcopy(self.critics).requires_grad_(False)
        self.log_temperature = torch.tensor(math.log(0.1), requires_grad=True)
        self.actor_optimiser = torch.optim.Adam(self.actor.parameters(), rate)
        self.critic_optimiser = torch.optim.Adam(self.critics.parameters(), rate)
        self.temperature_optimiser = torch.optim.Adam([self.log_temperature], rate)
        self.target_entropy = -action
        self.actor_parameters = list(self.actor.parameters()) if thrifty else None
        self.observations = torch.rand(batch, observation) * 2 - 1
        self.actions = torch.rand(batch, action) * 2 - 1
        self.rewards = torch.rand(batch, 1) * 2 - 1
        self.next_observations = torch.rand(batch, observation) * 2 - 1

    def sample(self, observations):
        mean, log_deviation = self.actor(observations).chunk(2, dim=-1)
        log_deviation = log_deviation.clamp(-5, 2)
        noise = torch.randn_like(mean)
        u = mean + log_deviation.exp() * noise
        slope = 2 * (math.log(2) - u - F.softplus(-2 * u))
        log_probability = -(0.5 * noise**2 + log_deviation + 0.5 * math.log(2 * math.pi) + slope).sum(1, keepdim=True)
        return torch.tanh(u), log_probability

    def act(self, observation):
        """One observation, as one environment asks."""
        with torch.no_grad():
            return self.sample(torch.from_numpy(observation).unsqueeze(0))[0][0].numpy()

    def update(self):
        temperature = self.log_temperature.detach().exp()
        with torch.no_grad():
            next_actions, next_log_probability = self.sample(self.next_observations)
            following = torch.cat([self.next_observations, next_actions], 1)
            least = torch.min(self.targets[0](following), self.targets[1](following))
            target = self.rewards + 0.99 * (least - temperature * next_log_probability)
        taken = torch.cat([self.observations, self.actions], 1)
        critic_loss = F.mse_loss(self.critics[0](taken), target) + F.mse_loss(self.critics[1](taken), target)
        self.critic_optimiser.zero_grad()
        critic_loss.backward()
        self.critic_optimiser.step()

        actions, log_probability = self.sample(self.observations)
        chosen = torch.cat([self.observations, actions], 1)
        values = torch.min(self.critics[0](chosen), self.critics[1](chosen))
        actor_loss = (temperature * log_probability - values).mean()
        self.actor_optimiser.zero_grad()
        actor_loss.backward(inputs=self.actor_parameters)
        self.actor_optimiser.step()

        entropy_gap = (log_probability.detach() + self.target_entropy).mean()
        temperature_loss = -self.log_temperature.exp() * entropy_gap
        self.temperature_optimiser.zero_grad()
        temperature_loss.backward()
        self.temperature_optimiser.step()

        with torch.no_grad():
            for target, critic in zip(self.targets.parameters(), self.critics.parameters()):
                target.lerp_(critic, 0.005)
        # A training loop logs its losses.
        return critic_loss.item(), actor_loss.item()
