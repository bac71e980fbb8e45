/** How an evaluation was set up, in parts that a policy can name. */
export const setupParts = [
  'harness',
  'task',
  'dataset',
  'prompt',
  'chat-template',
  'few-shots',
  'decoding',
  'dtype',
  'batch-size',
  'seed',
  'judge',
  'scale',
  'limit',
] as const;

export type SetupPart = (typeof setupParts)[number];

export function isSetupPart(text: string): text is SetupPart {
  return setupParts.some((part) => part === text);
}

/** By the words of what a file states, such as `dataset revision of mmlu`; the first that fits. */
const words: readonly (readonly [SetupPart, RegExp])[] = [
  ['judge', /\b(?:judge|grader|grading|evaluator|annotator|scorers?|rubric)\b/],
  ['few-shots', /few-?shots?|n-shot|num_?fewshot|multiturn/],
  ['chat-template', /chat[ _-]template/],
  ['prompt', /prompt|instruction|doc_to_(?:text|target|choice)|template|delimiter|description/],
  ['dataset', /dataset|\bsplit\b|revision/],
  ['dtype', /dtype|precision|quanti[sz]|load_in_/],
  ['batch-size', /batch/],
  ['limit', /limit|\bsamples\b|sample count|subset/],
  ['seed', /seed/],
  [
    'decoding',
    /temperature|top[ _-]?[pk]\b|min[ _-]?p\b|max[ _-]?(?:gen[ _-]?toks|tokens|new[ _-]tokens|length|completion[ _-]tokens|output[ _-]tokens)|penalty|beam|sampl|\bstop\b|until|gen(?:eration)?[ _-]?(?:kwargs|config|size)|decoding|reasoning|effort|verbosity|logprob|epochs?|choices/,
  ],
  ['task', /\btasks?\b|^versions? of /],
  ['harness', /version|harness|library|package|backend|engine/],
];

/** The part of the set-up that a key of a file's statement is of; what nothing else fits is the task's. */
export function partOf(key: string): SetupPart {
  return words.find(([, pattern]) => pattern.test(key.toLowerCase()))?.[0] ?? 'task';
}
