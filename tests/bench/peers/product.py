"""Bare matrix products of the sizes of a hidden layer: what is left once everything around them is free."""

import torch


class Product:
    """`times` products into the same memory: forward, of the weights' gradient, of the inputs' gradient."""

    def __init__(self, rows, width, times):
        self.times = times
        self.x = torch.rand(rows, width) - 0.5
        self.weight = torch.rand(width, width) - 0.5
        self.dy = torch.rand(rows, width) - 0.5
        self.y, self.dx = torch.empty(rows, width), torch.empty(rows, width)
        self.dweight = torch.empty(width, width)

    def update(self):
        for _ in range(self.times):
            torch.mm(self.x, self.weight, out=self.y)
            torch.mm(self.x.t(), self.dy, out=self.dweight)
            torch.mm(self.dy, self.weight.t(), out=self.dx)
        return self.y[0, 0].item()
