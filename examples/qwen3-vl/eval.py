"""Writes one row a sample, so that two models can be compared sample by sample.

Each of the 500 questions shows the model an image, a question and one proposed answer, and asks
whether the answer is right: 1 is yes, 0 is no. The metric is F1 over yes.
"""

import argparse
import json
from pathlib import Path

import torch
from PIL import Image
from transformers import AutoModelForImageTextToText, AutoProcessor

PROMPT = "{question}\nProposed answer: {answer}\nIs the proposed answer right? Reply with yes or no."


def judge(model, processor, sample: dict) -> int:
    content = [{"type": "image"}, {"type": "text", "text": PROMPT.format(**sample)}]
    text = processor.apply_chat_template([{"role": "user", "content": content}], add_generation_prompt=True)
    image = Image.open(sample["image"]).convert("RGB")
    inputs = processor(text=[text], images=[image], return_tensors="pt").to(model.device)
    with torch.inference_mode():
        reply = model.generate(**inputs, max_new_tokens=4, do_sample=False)
    words = processor.batch_decode(reply[:, inputs["input_ids"].shape[1] :], skip_special_tokens=True)[0]
    return int(words.strip().lower().startswith("yes"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--samples", type=Path, default=Path("data/eval/mmmu_val.jsonl"))
    parser.add_argument("--ids", default="", help="a file with the ids to evaluate, one a line; all samples without it")
    parser.add_argument("--out", type=Path, default=Path("evals/mmmu_val.jsonl"))
    options = parser.parse_args()

    processor = AutoProcessor.from_pretrained(options.checkpoint, use_fast=False)
    model = AutoModelForImageTextToText.from_pretrained(options.checkpoint, dtype=torch.bfloat16, device_map="auto").eval()
    samples = [json.loads(line) for line in options.samples.read_text(encoding="utf-8").splitlines()]
    if options.ids:
        ids = set(Path(options.ids).read_text(encoding="utf-8").splitlines())
        samples = [sample for sample in samples if sample["id"] in ids]
    with options.out.open("w", encoding="utf-8", newline="\n") as output:
        for sample in samples:
            row = {"id": sample["id"], "target": sample["target"], "prediction": judge(model, processor, sample)}
            output.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
