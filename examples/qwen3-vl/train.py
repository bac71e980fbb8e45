"""Trains Qwen3-VL from one YAML file: the file is the whole experiment."""

import argparse
import json
import random
from pathlib import Path

import numpy
import torch
import yaml
from accelerate import Accelerator
from accelerate.parallelism_config import ParallelismConfig
from PIL import Image
from torch.utils.data import DataLoader, IterableDataset, get_worker_info
from transformers import AutoConfig, AutoModelForImageTextToText, AutoProcessor, get_scheduler
from transformers.distributed import DistributedConfig


def load_config(path: Path) -> dict:
    """safe_load decides the types: `1e-5` without a dot is a string to it."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


class Mixture(IterableDataset):
    """Samples from JSONL files by weight, for ever."""

    def __init__(self, sources: list[dict], seed: int):
        self.rows = [[json.loads(line) for line in open(source["path"], encoding="utf-8")] for source in sources]
        self.weights = [source["weight"] for source in sources]
        self.seed = seed

    def __iter__(self):
        worker = get_worker_info()
        draw = random.Random(self.seed + (worker.id if worker else 0))
        while True:
            yield draw.choice(draw.choices(self.rows, self.weights)[0])


def collate(processor, seq_length: int):
    def batch(rows: list[dict]) -> dict:
        images = [Image.open(row["image"]).convert("RGB") for row in rows]
        texts = [processor.apply_chat_template(row["messages"], tokenize=False) for row in rows]
        inputs = processor(text=texts, images=images, padding=True, truncation=True, max_length=seq_length, return_tensors="pt")
        labels = inputs["input_ids"].clone()
        labels[inputs["attention_mask"] == 0] = -100
        return {**inputs, "labels": labels}

    return batch


def build_model(config: dict):
    settings = dict(config["model"])
    source = settings.pop("init_from")
    hub = AutoConfig.from_pretrained(source)
    for part in ("text_config", "vision_config"):
        for name, value in settings.pop(part).items():
            setattr(getattr(hub, part), name, value)
    hub.update(settings)
    experts = DistributedConfig(enable_expert_parallel=config["parallelism"]["expert_parallel_size"] > 1)
    model = AutoModelForImageTextToText.from_pretrained(
        source, config=hub, dtype=getattr(torch, settings["dtype"]), tp_plan="auto", distributed_config=experts
    )
    if config["training"]["freeze_vision"]:
        model.model.visual.requires_grad_(False)
    if config["training"]["gradient_checkpointing"]:
        model.gradient_checkpointing_enable()
    return model


def build_processor(config: dict):
    chosen = config["preprocessing"]
    size = {"shortest_edge": chosen["min_pixels"], "longest_edge": chosen["max_pixels"]}
    return AutoProcessor.from_pretrained(
        config["model"]["init_from"],
        use_fast=chosen["use_fast"],
        size=size,
        image_mean=chosen["image_mean"],
        image_std=chosen["image_std"],
    )


def build_optimizer(model, config: dict):
    chosen = config["optimizer"]
    trained = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(
        trained, lr=chosen["lr"], betas=tuple(chosen["betas"]), eps=chosen["eps"], weight_decay=chosen["weight_decay"]
    )
    schedule = get_scheduler(
        chosen["lr_scheduler"],
        optimizer,
        num_warmup_steps=chosen["warmup_steps"],
        num_training_steps=config["training"]["total_steps"],
        scheduler_specific_kwargs={"min_lr": chosen["min_lr"]},
    )
    return optimizer, schedule


def build_accelerator(config: dict) -> Accelerator:
    chosen, training = config["parallelism"], config["training"]
    layout = ParallelismConfig(
        dp_shard_size=chosen["data_parallel_size"],
        tp_size=chosen["tensor_parallel_size"],
        cp_size=chosen["context_parallel_size"],
    )
    rows_a_step = training["micro_batch_size"] * chosen["data_parallel_size"]
    return Accelerator(
        parallelism_config=layout, gradient_accumulation_steps=training["global_batch_size"] // rows_a_step
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    config = load_config(parser.parse_args().config)
    experiment, training = config["experiment"], config["training"]
    torch.manual_seed(experiment["seed"])
    numpy.random.seed(experiment["seed"])

    accelerator = build_accelerator(config)
    model, processor = build_model(config), build_processor(config)
    optimizer, schedule = build_optimizer(model, config)
    loader = DataLoader(
        Mixture(config["data"]["mixture"], config["data"]["shuffle_seed"]),
        batch_size=training["micro_batch_size"],
        num_workers=config["data"]["num_workers"],
        collate_fn=collate(processor, training["seq_length"]),
    )
    model, optimizer, loader, schedule = accelerator.prepare(model, optimizer, loader, schedule)

    model.train()
    for step, inputs in zip(range(1, training["total_steps"] + 1), loader):
        with accelerator.accumulate(model):
            loss = model(**inputs).loss
            accelerator.backward(loss)
            accelerator.clip_grad_norm_(model.parameters(), config["optimizer"]["max_grad_norm"])
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
        accelerator.print(json.dumps({"step": step, "loss": loss.item(), "lr": schedule.get_last_lr()[0]}))
        if step % experiment["save_every_steps"] == 0:
            accelerator.save_state(f"{experiment['output_dir']}/step-{step}")


if __name__ == "__main__":
    main()
