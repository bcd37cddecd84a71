"""Four stride-2 convolutions on camera frames, a linear layer and layer norm: forward, backward, Adam."""

import torch


class Encoder:
    def __init__(self, size=84, filters=32, frames=32, embedding=50):
        layers, channels, side = [], 3, size
        for _ in range(4):
            layers += [torch.nn.Conv2d(channels, filters, 3, stride=2), torch.nn.ReLU()]
            channels, side = filters, (side - 3) // 2 + 1
        head = [torch.nn.Flatten(), torch.nn.Linear(filters * side * side, embedding), torch.nn.LayerNorm(embedding)]
        self.layers = torch.nn.Sequential(*layers, *head)
        self.optimiser = torch.optim.Adam(self.layers.parameters(), lr=1e-3)
        self.frames = torch.rand(frames, 3, size, size)
        self.goal = torch.rand(frames, embedding)

    def update(self):
        loss = (self.layers(self.frames) - self.goal).square().mean()
        self.optimiser.zero_grad()
        loss.backward()
        self.optimiser.step()
        return loss.item()
