/** Packages that change what a model computes where a repository uses them: watched where its code imports them. */

/** Distribution → what its users import, where that is another name. */
const importable: Readonly<Record<string, string>> = {
  lightning: '',
  'pytorch-lightning': '',
  tensorflow: '',
  keras: '',
  flax: '',
  optax: '',
  'dm-haiku': 'haiku',
  'scikit-learn': 'sklearn',
  'sentence-transformers': '',
  'open-clip-torch': 'open_clip',
  'openai-whisper': 'whisper',
  torchmetrics: '',
  'torch-geometric': '',
  torchdata: '',
  webdataset: '',
  'mosaicml-streaming': 'streaming',
  mosaicml: 'composer',
  librosa: '',
  soundfile: '',
  decord: '',
  av: '',
  albumentations: '',
  kornia: '',
  monai: '',
  'mamba-ssm': '',
  'causal-conv1d': '',
  fairscale: '',
  fairseq: '',
  colossalai: '',
  unsloth: '',
  optimum: '',
  'auto-gptq': '',
  gptqmodel: '',
  autoawq: 'awq',
  llmcompressor: '',
  'mistral-common': '',
  outlines: '',
  lmdeploy: '',
  onnx: '',
  onnxruntime: '',
  'onnxruntime-gpu': 'onnxruntime',
  tensorrt: '',
  'tensorrt-llm': '',
  mmcv: '',
  mmengine: '',
  mmdet: '',
  detectron2: '',
  ultralytics: '',
  evaluate: '',
  'lm-eval': '',
  sacrebleu: '',
  jiwer: '',
  pycocotools: '',
  nltk: '',
  spacy: '',
};

/** Of these names, by the names that Python imports them by. */
export function importsOf(names: Iterable<string>): ReadonlyMap<string, string> {
  const imports = new Map<string, string>();
  for (const name of names)
    if (Object.hasOwn(importable, name)) imports.set(name, importable[name] || name.replaceAll('-', '_'));
  return imports;
}

/** The modules that a Python text imports, by their first name. */
export function importedIn(text: string): ReadonlySet<string> {
  const modules = new Set<string>();
  for (const [, from, names = from ?? ''] of text.matchAll(statements))
    for (const part of names.split(',')) modules.add(part.trim().split(/[.\s]/, 1)[0] ?? '');
  return modules;
}

/** `import a.b as c, d` and `from a.b import c`. */
const statements =
  /^[ \t]*(?:from[ \t]+([A-Za-z_]\w*)[\w.]*[ \t]+import\b|import[ \t]+([A-Za-z_][\w., \t]*))/gm;
