"""Networks that several of the updates share."""

from torch import nn


def mlp(sizes, activation):
    layers = []
    for inputs, outputs in zip(sizes[:-2], sizes[1:-1]):
        layers += [nn.Linear(inputs, outputs), activation()]
    return nn.Sequential(*layers, nn.Linear(sizes[-2], sizes[-1]))
