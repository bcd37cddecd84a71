"""What is timed, by the names of `rapref bench update`."""

from encoder import Encoder
from iql import Iql
from loop import Loop
from pipeline import Pipeline
from ppo import Ppo
from product import Product
from reward_ensemble import RewardEnsemble
from sac import Sac

cases = {
    "sac-256": lambda: Sac(width=256, batch=256),
    "sac-256-thrifty": lambda: Sac(width=256, batch=256, thrifty=True),
    "sac-128": lambda: Sac(width=128, batch=128),
    "sac-128-thrifty": lambda: Sac(width=128, batch=128, thrifty=True),
    "sac-64": lambda: Sac(width=64, batch=64),
    "sac-64-thrifty": lambda: Sac(width=64, batch=64, thrifty=True),
    "iql-256": lambda: Iql(width=256, batch=256),
    "ppo-64": lambda: Ppo(width=64, minibatch=64),
    "ppo-64-minibatch-256": lambda: Ppo(width=64, minibatch=256),
    "reward-ensemble": lambda: RewardEnsemble(),
    "encoder-84": lambda: Encoder(),
    "loop-64": lambda: Loop(width=64, batch=64),
    "loop-128": lambda: Loop(width=128, batch=128),
    "loop-256": lambda: Loop(width=256, batch=256),
    "loop-b-pref": lambda: Loop(width=256, batch=512, depth=3),
    "pipeline-32": lambda: Pipeline(width=32, batch=64, depth=2, reward_width=32, reward_depth=2, pairs=32),
    "pipeline-64": lambda: Pipeline(width=64, batch=64, depth=2, reward_width=64, reward_depth=2, pairs=32),
    "pipeline-128": lambda: Pipeline(width=128, batch=128, depth=2, reward_width=128, reward_depth=2, pairs=64),
    "pipeline-b-pref": lambda: Pipeline(
        width=256, batch=512, depth=3, reward_width=256, reward_depth=3, pairs=128
    ),
    "product-256": lambda: Product(rows=256, width=256, times=10),
    "product-12800": lambda: Product(rows=12800, width=256, times=1),
}
