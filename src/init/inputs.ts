/** A first program that writes what the model is fed, for the processor that the repository has. */
import type { FileTree } from '../ports/index.ts';
import type { InitFile } from './file.ts';
import { quoted } from './choices.ts';

export const fingerprintPath = 'fingerprint.py';

const maxFiles = 5000;
const maxBytes = 512 * 1024;

/** Nothing where neither a processor nor a data set is found. */
export async function fingerprintFile(tree: FileTree, paths: readonly string[]): Promise<InitFile[]> {
  const folder = paths.find((path) => /(?:^|\/)(?:preprocessor_config|processor_config)\.json$/.test(path));
  const code = await pythonFiles(tree, paths);
  const source = processorIn(folder, code) ?? collatorIn(code) ?? webDatasetIn(code) ?? datasetIn(code);
  return source === undefined
    ? []
    : [{ path: fingerprintPath, content: programOf(source), note: source.note }];
}

interface Source {
  readonly note: string;
  /** Imports, and the lines of a function that gives a batch of named arrays. */
  readonly imports: readonly string[];
  readonly body: readonly string[];
}

interface PythonFile {
  readonly path: string;
  readonly text: string;
}

async function pythonFiles(tree: FileTree, paths: readonly string[]): Promise<PythonFile[]> {
  const wanted = paths.filter(
    (path) => path.endsWith('.py') && path !== fingerprintPath && !/(?:^|\/)tests?\//.test(path),
  );
  return Promise.all(
    wanted.slice(0, maxFiles).map(async (path) => ({
      path,
      text: new TextDecoder().decode(await tree.read(path, maxBytes).catch(() => undefined)),
    })),
  );
}

function processorIn(config: string | undefined, code: readonly PythonFile[]): Source | undefined {
  const call =
    /\b(?:Auto|[A-Z]\w*)(?:Processor|ImageProcessor)\.from_pretrained\(\s*(?:["']([\w./-]{1,200})["'])?/;
  const found = code
    .map(({ path, text }) => ({ path, match: call.exec(text) }))
    .find(({ match }) => match !== null);
  const folder =
    config === undefined ? undefined : config.includes('/') ? config.slice(0, config.lastIndexOf('/')) : '.';
  const model = folder ?? found?.match?.[1];
  if (model === undefined && found === undefined) return undefined;
  return {
    note: `for the processor of ${folder ?? found?.path ?? ''}; name it under inputs.command when its samples are there`,
    imports: ['from PIL import Image', 'from transformers import AutoProcessor'],
    body: [
      `    processor = AutoProcessor.from_pretrained(${quoted(model ?? '.')})`,
      '    images = [Image.open(path).convert("RGB") for path in samples]',
      '    turn = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "What is in this picture?"}]}]',
      '    text = processor.apply_chat_template(turn, add_generation_prompt=True)',
      '    return processor(text=[text] * len(images), images=images, padding=True, return_tensors="np")',
    ],
  };
}

/** A class or a function that makes a batch of rows. */
function collatorIn(code: readonly PythonFile[]): Source | undefined {
  const made = /^(?:(class)\s+(\w{0,80}[Cc]ollat\w{0,80})|def\s+(\w{0,80}collate\w{0,80})\s*\()/m;
  const found = code
    .map(({ path, text }) => ({ path, match: made.exec(text) }))
    .find(({ match }) => match !== null);
  const name = found?.match?.[2] ?? found?.match?.[3];
  if (found === undefined || name === undefined) return undefined;
  const isClass = found.match?.[1] !== undefined;
  return {
    note: `for ${name} of ${found.path}: give it ${isClass ? 'its arguments and ' : ''}the rows that training gives it`,
    imports: ['import json', `from ${moduleOf(found.path)} import ${name}`],
    body: [
      ...(isClass ? [`    collate = ${name}()  # the arguments that training gives it`] : []),
      '    # A row of the data set a line, as training reads them.',
      '    rows = [json.loads(line) for path in samples for line in open(path, encoding="utf-8")]',
      `    return ${isClass ? 'collate' : name}(rows)`,
    ],
  };
}

function moduleOf(path: string): string {
  return path.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
}

function webDatasetIn(code: readonly PythonFile[]): Source | undefined {
  const found = code.find(({ text }) => /\b(?:wds|webdataset)\.(?:WebDataset|DataPipeline)\(/.test(text));
  if (found === undefined) return undefined;
  return {
    note: `for the WebDataset of ${found.path}: give it the steps that it has there`,
    imports: ['import webdataset as wds'],
    body: [
      `    # The same steps as in ${found.path}, without shuffling.`,
      '    dataset = wds.WebDataset(samples, shardshuffle=False).decode("pilrgb").to_tuple("jpg;png")',
      '    rows = [np.asarray(picture) for (picture,), _ in zip(dataset, range(32))]',
      '    return {"image": np.stack(rows)}',
    ],
  };
}

function datasetIn(code: readonly PythonFile[]): Source | undefined {
  const made = /^class\s+(\w{1,100})\((?:[\w.]*\.)?(?:Dataset|IterableDataset)\b/m;
  const found = code
    .map(({ path, text }) => ({ path, name: made.exec(text)?.[1] }))
    .find(({ name }) => name !== undefined);
  if (found?.name === undefined) return undefined;
  return {
    note: `for ${found.name} of ${found.path}: give it its arguments`,
    imports: [
      'import torch',
      'from torch.utils.data import default_collate',
      `from ${moduleOf(found.path)} import ${found.name}`,
    ],
    body: [
      '    torch.manual_seed(0)',
      `    dataset = ${found.name}(samples)  # the arguments that training gives it, with augmentations off`,
      '    rows = default_collate([dataset[i] for i in range(min(32, len(dataset)))])',
      '    fields = rows if isinstance(rows, (list, tuple)) else [rows]',
      '    return rows if isinstance(rows, dict) else {f"field_{at}": value for at, value in enumerate(fields)}',
    ],
  };
}

function programOf({ imports, body }: Source): string {
  return `"""Writes what the model is fed for fixed samples: python fingerprint.py --out inputs.safetensors

The first axis of each array counts the samples. No weights and no GPU are needed; model-gates compares it with the merge base.
"""
import argparse
import glob
import random

import numpy as np
from safetensors.numpy import save_file
${imports.join('\n')}

# A few dozen files that never change, committed beside this program.
SAMPLES = "samples/*"


def batch(samples):
${body.join('\n')}


def array(value):  # numpy has no bfloat16
    return np.ascontiguousarray(value.float() if str(getattr(value, "dtype", "")) == "torch.bfloat16" else value)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    out = parser.parse_args().out
    random.seed(0)
    np.random.seed(0)
    fed = batch(sorted(glob.glob(SAMPLES)))
    save_file({name: array(value) for name, value in fed.items()}, out)
`;
}
