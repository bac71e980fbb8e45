"""Configs, one a line, to what transformers makes of them: parameters of the model on torch's meta device, or why there is none."""
import json
import sys

import torch
import transformers
from transformers import AutoConfig

transformers.logging.set_verbosity_error()


def parameters(given):
    config = AutoConfig.for_model(**given)
    with torch.device('meta'):
        model = getattr(transformers, given['architectures'][0])(config)
    model.tie_weights()
    # buffers that a checkpoint has: routers that correct their own bias
    kept = sum(b.numel() for n, b in model.named_buffers() if n.endswith('e_score_correction_bias'))
    return sum(p.numel() for p in model.parameters()) + kept


for line in sys.stdin:
    try:
        answer = {'total': parameters(json.loads(line))}
    except Exception as error:
        answer = {'error': repr(error)[:300]}
    print(json.dumps(answer), flush=True)
