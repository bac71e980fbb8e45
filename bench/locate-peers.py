"""What git_bayesect and Apache Otava say of the trunks on stdin: JSON {"worlds": [[right answers of each evaluation]], "samples": n}, oldest first.

Prints one JSON list for each: the 1-based merge, or null where nothing is claimed.
"""
import json
import sys
import warnings

from git_bayesect import Bisector
from otava.analysis import compute_change_points


def bayesect(right, samples):
    # Newest first, as it lists commits; an observation is one sample that was answered wrong. The first evaluation is known to be good.
    bisector = Bisector([1.0] * (len(right) - 1) + [0.0])
    for index, count in enumerate(reversed(right)):
        for sample in range(samples):
            bisector.record(index, sample >= count)
    return len(right) - 1 - int(bisector.distribution.argmax())


def otava(right, samples):
    try:
        found = compute_change_points([100 * count / samples for count in right], window_len=50, max_pvalue=0.001)
    except ValueError:
        return None
    points = found[0] if isinstance(found, tuple) else found
    if not points:
        return None
    return int(max(points, key=lambda point: abs(point.stats.mean_1 - point.stats.mean_2)).index)


warnings.filterwarnings("ignore")
asked = json.load(sys.stdin)
print(json.dumps({of.__name__: [of(world, asked["samples"]) for world in asked["worlds"]] for of in (bayesect, otava)}))
