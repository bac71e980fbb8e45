"""Writes what the model is fed for eight fixed questions, without weights and without a GPU.

python fingerprint.py --out inputs.safetensors
model-gates inputs --candidate inputs.safetensors --fingerprint inputs/fingerprint.jsonl
"""

import argparse
import json
from pathlib import Path

from PIL import Image
from safetensors.numpy import save_file
from train import build_processor, load_config

from eval import PROMPT


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("configs/qwen3_vl_30b.yaml"))
    parser.add_argument("--samples", type=Path, default=Path("data/eval/fingerprint.jsonl"))
    parser.add_argument("--out", required=True)
    options = parser.parse_args()

    processor = build_processor(load_config(options.config))
    samples = [json.loads(line) for line in options.samples.read_text(encoding="utf-8").splitlines()]
    turns = [[{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": PROMPT.format(**sample)}]}] for sample in samples]
    texts = [processor.apply_chat_template(turn, add_generation_prompt=True) for turn in turns]
    images = [Image.open(sample["image"]).convert("RGB") for sample in samples]
    save_file(dict(processor(text=texts, images=images, padding=True, return_tensors="np")), options.out)


if __name__ == "__main__":
    main()
