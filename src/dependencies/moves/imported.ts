/** Packages that change what a model computes where a repository uses them: watched where its code imports them. */

/** Distribution → what its users import, where that is another name. */
const importable: Readonly<Record<string, string>> = {
  lightning: '',
  'pytorch-lightning': '',
  tensorflow: '',
  'tensorflow-cpu': 'tensorflow',
  'tensorflow-gpu': 'tensorflow',
  keras: '',
  flax: '',
  optax: '',
  'dm-haiku': 'haiku',
  'scikit-learn': 'sklearn',
  'scikit-image': 'skimage',
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
  'onnxruntime-training': 'onnxruntime',
  'nemo-toolkit': 'nemo',
  'nvidia-modelopt': 'modelopt',
  'nvidia-dali-cuda110': 'nvidia',
  'nvidia-dali-cuda120': 'nvidia',
  'nvidia-dali-cuda130': 'nvidia',
  'faiss-cpu': 'faiss',
  'faiss-gpu': 'faiss',
  tensorrt: '',
  'tensorrt-llm': '',
  mmcv: '',
  'mmcv-full': 'mmcv',
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

/** `import a.b as c, d` and `from a.b import c`, at the start of a line, behind `;` or in one line with `try:`, `if x:`. */
const statements =
  /(?:^|;)[ \t]*(?:(?:try|else|finally|if[ \t][^\n:;#"']{0,100}):[ \t]*)?(?:from[ \t]+([A-Za-z_]\w*)[\w.]*[ \t]+import\b|import[ \t]+([A-Za-z_][\w., \t]*))/gm;
