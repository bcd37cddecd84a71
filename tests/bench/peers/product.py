"""Bare matrix products of the sizes of a hidden layer: what is left once everything around them is free."""

import math

import torch


class Product:
    """A chain of `times` layers: forward, the gradient of the weights, the gradient of the inputs."""

    def __init__(self, rows, width, times):
        self.times = times
        scale = 2 * math.sqrt(3 / width)
        self.x, self.dy = (torch.rand(rows, width) - 0.5) * scale, (torch.rand(rows, width) - 0.5) * scale
        self.weight = (torch.rand(width, width) - 0.5) * scale

    def update(self):
        x, dy, gradients = self.x, self.dy, []
        for _ in range(self.times):
            gradients.append(torch.mm(x.t(), dy))
            x, dy = torch.mm(x, self.weight), torch.mm(dy, self.weight.t())
        return x[0, 0].item()
