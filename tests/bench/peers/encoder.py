"""DrQ's encoder: four stride-2 convolutions, a linear layer, layer norm; one step of Adam towards given embeddings."""

import torch
import torch.nn.functional as F


class Encoder:
    def __init__(self, size=84, filters=32, frames=32, embedding=50):
        layers, channels, side = [], 3, size
        for _ in range(4):
            layers += [torch.nn.Conv2d(channels, filters, 3, stride=2), torch.nn.ReLU()]
            channels, side = filters, (side - 3) // 2 + 1
        layers += [torch.nn.Flatten(), torch.nn.Linear(side * side * filters, embedding), torch.nn.LayerNorm(embedding)]
        self.layers = torch.nn.Sequential(*layers)
        self.optimiser = torch.optim.Adam(self.layers.parameters(), 1e-3)
        self.frames = torch.rand(frames, 3, size, size) * 2 - 1
        self.goal = torch.rand(frames, embedding) * 2 - 1

    def update(self):
        loss = F.mse_loss(self.layers(self.frames), self.goal)
        self.optimiser.zero_grad()
        loss.backward()
        self.optimiser.step()
        return loss.item()
