/** What a file's name says of its content. */

/** `mmlu` of `samples_mmlu_2025-05-01T10-00-00.jsonl` (lm-eval), of `20250501_100000_samples_mmlu.jsonl` (lmms-eval), and of either kept under the full SHA of its commit: `samples_mmlu_4f1c….jsonl`. */
export function taskOf(path: string): string {
  const name = baseName(path);
  const found = /(?:^|_)samples_(.+)$/.exec(name);
  return (found?.[1] ?? name)
    .replace(/_\d{4}-\d{2}-\d{2}T[\d.:-]+$/, '')
    .replace(/[_.-](?:[0-9a-f]{40}|[0-9a-f]{64})$/, '');
}

/** Without folder and extension. */
export function baseName(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.[a-z]+$/i, '');
}

/** `gpt-4-turbo` of `Own_MathVista_MINI_gpt-4-turbo_score.csv`: VLMEvalKit says which judge it had in the name of the file alone. */
export function judgeOf(path: string): string | undefined {
  return /_(exact_matching|openai|(?:chat)?gpt[^_]*|o\d[^_]*|claude[^_]*|gemini[^_]*|qwen[^_]*|deepseek[^_]*|llama[^_]*)_(?:result|score|acc|rating|judge|eval)$/i.exec(
    baseName(path),
  )?.[1];
}
