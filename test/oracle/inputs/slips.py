"""Writes what real processors feed a model, with and without a slip each, for slips.test.ts. Usage: slips.py FOLDER slips|harmless"""
import io
import json
import os
import sys

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
os.environ["HF_HUB_OFFLINE"] = "1"
import ml_dtypes
import numpy as np
import safetensors.numpy
import transformers
from PIL import Image, ImageDraw, ImageFilter, ImageOps
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

folder, what = sys.argv[1:3]
rng = np.random.default_rng(11)
count = 12


def document(seed):
    r = np.random.default_rng(seed)
    w, h = int(r.integers(500, 1100)), int(r.integers(500, 1100))
    image = Image.new("RGB", (w, h), tuple(r.integers(150, 255, 3).tolist()))
    draw = ImageDraw.Draw(image)
    for _ in range(50):
        x, y = int(r.integers(0, w)), int(r.integers(0, h))
        draw.text((x, y), "invoice %d" % r.integers(1e6), fill=tuple(r.integers(0, 120, 3).tolist()))
        draw.rectangle([x, y + 12, x + int(r.integers(5, 200)), y + 14], fill=tuple(r.integers(0, 255, 3).tolist()))
    return image


def photo(seed):
    r = np.random.default_rng(seed)
    w, h = int(r.integers(500, 1100)), int(r.integers(500, 1100))
    total = np.zeros((h, w, 3))
    for octave in range(2, 8):
        n = 2**octave
        noise = Image.fromarray(r.integers(0, 256, (n, n, 3), dtype=np.uint8)).resize((w, h), Image.BICUBIC)
        total += np.asarray(noise).astype(float) / n**0.7
    total += r.normal(0, 0.02, total.shape) * total.std()
    total = (total - total.min()) / (total.max() - total.min())
    return Image.fromarray((255 * total).astype(np.uint8))


images = [document(i) if i % 2 == 0 else photo(i) for i in range(count)]
CLIP = transformers.CLIPImageProcessorPil
SIGLIP = transformers.SiglipImageProcessorPil
QWEN = transformers.Qwen2VLImageProcessorPil
VIT = transformers.ViTImageProcessorPil


def fed(processor, pictures=images, **options):
    out = processor(pictures, return_tensors="np", **options)
    return {name: np.asarray(value) for name, value in out.items()}


def pixels(processor, pictures=images, change=lambda x: x, **options):
    out = fed(processor, pictures, **options)
    return {**out, "pixel_values": np.ascontiguousarray(change(out["pixel_values"]))}


def jpeg(image, quality=90):
    data = io.BytesIO()
    image.save(data, "JPEG", quality=quality)
    return Image.open(io.BytesIO(data.getvalue())).convert("RGB")


def bgr(image):
    return Image.fromarray(np.asarray(image)[:, :, ::-1])


def letterbox(image):
    side = max(image.size)
    out = Image.new("RGB", (side, side), (127, 127, 127))
    out.paste(image, ((side - image.width) // 2, (side - image.height) // 2))
    return out


def moved(x):
    return np.concatenate([x[..., :1], x[..., :-1]], axis=-1)


imagenet = {"image_mean": [0.485, 0.456, 0.406], "image_std": [0.229, 0.224, 0.225]}
half = {"image_mean": [0.5] * 3, "image_std": [0.5] * 3}
small = {"min_pixels": 4 * 28 * 28, "max_pixels": 120 * 28 * 28}
pictures = {
    # base: (make, {slip: (make, kinds that name it)})
    "clip": (
        lambda: pixels(CLIP()),
        {
            "another resample filter": (lambda: pixels(CLIP(resample=2)), ["resampling"]),
            "nearest neighbour": (lambda: pixels(CLIP(resample=0)), ["resampling"]),
            "lanczos": (lambda: pixels(CLIP(resample=1)), ["resampling"]),
            "box filter": (lambda: pixels(CLIP(resample=4)), ["resampling"]),
            "ImageNet's mean and std": (lambda: pixels(CLIP(**imagenet)), ["normalisation"]),
            "mean and std of 0.5": (lambda: pixels(CLIP(**half)), ["normalisation"]),
            "ImageNet's mean alone": (lambda: pixels(CLIP(image_mean=imagenet["image_mean"])), ["normalisation"]),
            "no normalisation": (lambda: pixels(CLIP(do_normalize=False)), ["normalisation"]),
            "no rescale": (lambda: pixels(CLIP(do_rescale=False)), ["scale"]),
            "rescale by 1/256": (lambda: pixels(CLIP(rescale_factor=1 / 256)), ["scale"]),
            "rescale twice": (lambda: pixels(CLIP(rescale_factor=1 / 255**2)), ["scale"]),
            "rescale by 1/127.5": (lambda: pixels(CLIP(rescale_factor=1 / 127.5)), ["scale"]),
            "BGR": (lambda: pixels(CLIP(), [bgr(i) for i in images]), ["channels"]),
            "BGR after normalisation": (lambda: pixels(CLIP(), change=lambda x: x[:, ::-1]), ["channels"]),
            "grey": (lambda: pixels(CLIP(), [i.convert("L").convert("RGB") for i in images]), ["channels"]),
            "mirrored": (lambda: pixels(CLIP(), [ImageOps.mirror(i) for i in images]), ["flip"]),
            "upside down": (lambda: pixels(CLIP(), [ImageOps.flip(i) for i in images]), ["flip"]),
            "random mirrors": (lambda: pixels(CLIP(), [ImageOps.mirror(i) if k % 3 == 0 else i for k, i in enumerate(images)]), ["augmentation", "flip"]),
            "turned as EXIF says": (lambda: pixels(CLIP(), [i.rotate(90, expand=True) for i in images]), ["rotation"]),
            "transposed": (lambda: pixels(CLIP(), change=lambda x: x.transpose(0, 1, 3, 2)), ["rotation"]),
            "crop moved by one pixel": (lambda: pixels(CLIP(), change=moved), ["shift"]),
            "crop moved down": (lambda: pixels(CLIP(), change=lambda x: np.roll(x, 2, 2)), ["shift"]),
            "no crop": (lambda: pixels(CLIP(do_center_crop=False, size={"height": 224, "width": 224})), ["crop", "padding"]),
            "crop of a larger picture": (lambda: pixels(CLIP(size={"shortest_edge": 236})), ["crop"]),
            "letterbox": (lambda: pixels(CLIP(), [letterbox(i) for i in images]), ["padding", "crop"]),
            "JPEG on the way": (lambda: pixels(CLIP(), [jpeg(i) for i in images]), ["resampling"]),
            "blurred": (lambda: pixels(CLIP(), [i.filter(ImageFilter.GaussianBlur(1.5)) for i in images]), ["resampling"]),
            "another size": (lambda: pixels(CLIP(size={"shortest_edge": 336}, crop_size=336)), ["shape"]),
            "channels last": (lambda: pixels(CLIP(), change=lambda x: x.transpose(0, 2, 3, 1)), ["shape"]),
            "bytes": (lambda: pixels(CLIP(do_normalize=False, do_rescale=False), change=lambda x: x.astype(np.uint8)), ["scale", "normalisation", "dtype"]),
            "NaN": (lambda: pixels(CLIP(), change=lambda x: np.where(np.arange(x.size).reshape(x.shape) == 4321, np.nan, x)), ["nan"]),
            "black pictures": (lambda: pixels(CLIP(), [Image.new("RGB", i.size) for i in images]), ["constant"]),
            "samples in another order": (lambda: pixels(CLIP(), images[1:] + images[:1]), ["order"]),
            "brightness": (lambda: pixels(CLIP(), change=lambda x: x + 0.05), ["normalisation", "scale"]),
            "another brightness each": (lambda: pixels(CLIP(), change=lambda x: x * np.linspace(0.9, 1.1, count)[:, None, None, None]), ["augmentation"]),
        },
    ),
    "siglip": (
        lambda: pixels(SIGLIP()),
        {
            "SigLIP: bilinear": (lambda: pixels(SIGLIP(resample=2)), ["resampling"]),
            "SigLIP: CLIP's mean and std": (lambda: pixels(SIGLIP(image_mean=CLIP().image_mean, image_std=CLIP().image_std)), ["normalisation"]),
            "SigLIP: 0 to 1": (lambda: pixels(SIGLIP(do_normalize=False)), ["normalisation", "scale"]),
            "SigLIP: shortest edge and crop": (lambda: pixels(CLIP(**half)), ["crop", "padding"]),
        },
    ),
    "qwen": (
        lambda: fed(QWEN(**small)),
        {
            "Qwen: BGR": (lambda: fed(QWEN(**small), [bgr(i) for i in images]), ["channels"]),
            "Qwen: bilinear": (lambda: fed(QWEN(**small, resample=2)), ["resampling"]),
            "Qwen: SigLIP's mean": (lambda: fed(QWEN(**small, **half)), ["normalisation"]),
            "Qwen: rescale by 1/256": (lambda: fed(QWEN(**small, rescale_factor=1 / 256)), ["scale"]),
            "Qwen: more pixels": (lambda: fed(QWEN(min_pixels=4 * 28 * 28, max_pixels=150 * 28 * 28)), ["shape"]),
            "Qwen: patches row by row": (lambda: {**fed(QWEN(**small)), "pixel_values": rowwise(fed(QWEN(**small)))}, ["order"]),
            "Qwen: mirrored": (lambda: fed(QWEN(**small), [ImageOps.mirror(i) for i in images]), ["flip"]),
        },
    ),
}


def rowwise(out):
    parts, at = [], 0
    for t, h, w in out["image_grid_thw"].tolist():
        part = out["pixel_values"][at : at + t * h * w].reshape(t, h // 2, w // 2, 2, 2, -1)
        parts.append(part.transpose(0, 1, 3, 2, 4, 5).reshape(t * h * w, -1))
        at += t * h * w
    return np.concatenate(parts)


words = "the invoice of may lists seven items and a total that nobody has paid , please answer : what is the sum ?".split()
sentences = [" ".join(rng.choice(words, int(rng.integers(12, 40))).tolist()) for _ in range(count)]


def tokenizer(size=340, lower=False, byte=True):
    made = Tokenizer(models.BPE())
    if lower:
        made.normalizer = normalizers.Lowercase()
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False) if byte else pre_tokenizers.Whitespace()
    special = ["<pad>", "<bos>", "<eos>", "<|im_start|>", "<|im_end|>"]
    made.train_from_iterator(sentences * 3, trainers.BpeTrainer(vocab_size=size, special_tokens=special, show_progress=False, initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
    return made


base_tokenizer = tokenizer()


def chat(text, system=None, newline="\n", generation=True):
    turns = ([] if system is None else [("system", system)]) + [("user", text)]
    out = "".join(f"<|im_start|>{role}{newline}{content}<|im_end|>{newline}" for role, content in turns)
    return out + (f"<|im_start|>assistant{newline}" if generation else "")


def encoded(texts=None, made=base_tokenizer, length=192, pad=0, side="right", bos=False, eos=True, trained="answer", cut=None, extra=None):
    texts = [chat(s) for s in sentences] if texts is None else texts
    ids = np.full((count, length), pad, np.int64)
    mask = np.zeros((count, length), np.int64)
    labels = np.full((count, length), -100, np.int64)
    for row, text in enumerate(texts):
        sequence = ([1] if bos else []) + made.encode(text).ids + ([2] if eos else [])
        sequence = sequence[: cut or length]
        place = slice(0, len(sequence)) if side == "right" else slice(length - len(sequence), length)
        ids[row, place] = sequence
        mask[row, place] = 1
        keep = len(sequence) // 2 if trained == "answer" else 0
        labels[row, place] = [-100] * keep + sequence[keep:]
    return {"input_ids": ids, "attention_mask": mask, "labels": labels}


def only(name, change):
    out = encoded()
    return {**out, name: change(out[name])}


texts = {
    "a system turn": (lambda: encoded([chat(s, "you are a helpful assistant that reads invoices") for s in sentences]), "input_ids", ["template"]),
    "no generation prompt": (lambda: encoded([chat(s, generation=False) for s in sentences]), "input_ids", ["template"]),
    "another end of line": (lambda: encoded([chat(s, newline="\r\n") for s in sentences]), "input_ids", ["template", "tokens"]),
    "a beginning of sequence": (lambda: encoded(bos=True), "input_ids", ["special-tokens"]),
    "no end of sequence": (lambda: encoded(eos=False), "input_ids", ["special-tokens"]),
    "padding on the left": (lambda: encoded(side="left"), "input_ids", ["padding"]),
    "another padding": (lambda: encoded(pad=2), "input_ids", ["padding"]),
    "shorter sequences": (lambda: encoded(cut=24), "input_ids", ["truncation"]),
    "longer padding": (lambda: encoded(length=224), "input_ids", ["padding"]),
    "another vocabulary": (lambda: encoded(made=tokenizer(300)), "input_ids", ["tokens", "vocabulary", "template"]),
    "no byte level": (lambda: encoded(made=tokenizer(byte=False)), "input_ids", ["tokens", "vocabulary", "template"]),
    "ids that are three higher": (lambda: only("input_ids", lambda x: np.where(x > 4, x + 3, x)), "input_ids", ["vocabulary", "tokens"]),
    "all tokens trained on": (lambda: encoded(trained="all"), "labels", ["labels"]),
    "labels shifted": (lambda: only("labels", lambda x: np.roll(x, -1, 1)), "labels", ["labels"]),
    "a mask of ones": (lambda: only("attention_mask", np.ones_like), "attention_mask", ["mask"]),
    "no labels": (lambda: {k: v for k, v in encoded().items() if k != "labels"}, "labels", ["missing"]),
}


def save(name, arrays):
    safetensors.numpy.save_file({k: np.ascontiguousarray(v) for k, v in arrays.items()}, f"{folder}/{name}.safetensors")


def video(frames, change=lambda x: x):
    clips = [np.stack([fed(CLIP(size={"shortest_edge": 64}, crop_size=64), [i.crop((k * 8, k * 4, k * 8 + 400, k * 4 + 400))])["pixel_values"][0] for k in frames]) for i in images[:6]]
    return {"pixel_values_videos": change(np.stack(clips))}


videos = {
    "frames in reverse": (lambda: video(range(7, -1, -1)), ["order"]),
    "another rate": (lambda: video([0, 2, 4, 6, 8, 10, 12, 14]), ["values"]),
    "fewer frames": (lambda: video(range(6)), ["shape"]),
    "a video in BGR": (lambda: video(range(8), lambda x: x[:, :, ::-1]), ["channels"]),
}

if what == "slips":
    manifest = []
    for base, (make, slips) in pictures.items():
        save(base, make())
        for name, (slip, kinds) in slips.items():
            file = f"s{len(manifest)}"
            save(file, slip())
            manifest.append({"slip": name, "base": base, "file": file, "tensor": "pixel_values", "kinds": kinds})
    save("text", encoded())
    for name, (slip, tensor, kinds) in texts.items():
        file = f"s{len(manifest)}"
        save(file, slip())
        manifest.append({"slip": name, "base": "text", "file": file, "tensor": tensor, "kinds": kinds})
    save("video", video(range(8)))
    for name, (slip, kinds) in videos.items():
        file = f"s{len(manifest)}"
        save(file, slip())
        manifest.append({"slip": name, "base": "video", "file": file, "tensor": "pixel_values_videos", "kinds": kinds})
else:
    mean, std = (np.array(v, np.float32)[None, :, None, None] for v in (CLIP().image_mean, CLIP().image_std))
    raw = fed(CLIP(do_rescale=False, do_normalize=False))["pixel_values"].astype(np.float32)
    made = fed(CLIP())["pixel_values"].astype(np.float32)
    ids = np.array([f"sample-{i}" for i in range(count)])
    harmless = {
        "again": lambda r: made,
        "sums in another order": lambda r: made * (1 + r.normal(0, 6e-8, made.shape)).astype(np.float32),
        "threads": lambda r: made + r.normal(0, 3e-7, made.shape).astype(np.float32),
        "fused": lambda r: (raw - 255 * mean) / (255 * std),
        "divided, not multiplied": lambda r: ((raw / np.float32(255)) - mean) / std,
        "in float64": lambda r: ((raw.astype(np.float64) / 255 - mean) / std),
        "bfloat16 storage": lambda r: made.astype(ml_dtypes.bfloat16),
        "bfloat16 and back": lambda r: made.astype(ml_dtypes.bfloat16).astype(np.float32),
        "float16 storage": lambda r: made.astype(np.float16),
        "noise and bfloat16": lambda r: (made + r.normal(0, 3e-7, made.shape)).astype(np.float32).astype(ml_dtypes.bfloat16),
        "noise and float16": lambda r: (made + r.normal(0, 3e-7, made.shape)).astype(np.float32).astype(np.float16),
        "cut to bfloat16": lambda r: (made.view(np.uint32) & 0xFFFF0000).view(np.float32),
        "a grey level here and there": lambda r: ((np.clip(raw + (r.random(raw.shape) < 0.01) - (r.random(raw.shape) < 0.01), 0, 255) / 255 - mean) / std).astype(np.float32),
        "a decoder's last bit": lambda r: ((np.clip(raw + np.where(r.random(raw.shape) < 0.008, r.choice([-1, 1], raw.shape), 0), 0, 255) / 255 - mean) / std).astype(np.float32),
        "another order of samples": lambda r: r.permutation(count),
        "in float32 throughout": lambda r: ((raw * np.float32(1 / 255)) - mean) * (1 / std),
    }
    safetensors.numpy.save_file({"pixel_values": made}, f"{folder}/base.safetensors")
    np.savez(f"{folder}/named.npz", ids=ids, pixel_values=made)
    safetensors.numpy.save_file({"pixel_values": made + rng.normal(0, 3e-7, made.shape).astype(np.float32)}, f"{folder}/again.safetensors")
    manifest = []
    for name, change in harmless.items():
        for seed in range(int(sys.argv[3])):
            value = change(np.random.default_rng(seed))
            file = f"h{len(manifest)}"
            if name == "another order of samples":
                np.savez(f"{folder}/{file}.npz", ids=ids[value], pixel_values=made[value])
                manifest.append({"name": name, "base": "named.npz", "file": f"{file}.npz"})
            else:
                safetensors.numpy.save_file({"pixel_values": np.ascontiguousarray(value)}, f"{folder}/{file}.safetensors")
                manifest.append({"name": name, "base": "base.safetensors", "file": f"{file}.safetensors"})
json.dump(manifest, open(f"{folder}/manifest.json", "w"))
