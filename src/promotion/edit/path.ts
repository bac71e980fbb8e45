/** The path of a value in a manifest, as people write it: `spec.containers[name=app].image`, `metadata.annotations["a.b/c"]`. */
export type Step =
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'index'; readonly at: number }
  /** The item of a list whose own `key` has this text. */
  | { readonly kind: 'select'; readonly key: string; readonly text: string };

export type ParsedPath =
  | { readonly ok: true; readonly steps: readonly Step[] }
  | { readonly ok: false; readonly message: string; readonly help: string };

const help =
  'Write keys with dots between them, items as [0] or [name=app], and a key with dots in brackets and quotes: metadata.annotations["a.b/c"].';

/** Longest path that is read, and the most steps in one. */
const limits = { length: 2000, steps: 100 };

const quotedText = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`;

const patterns: readonly (readonly [RegExp, (found: RegExpExecArray) => Step])[] = [
  [/\.?\[(\d{1,9})\]/y, ([, at = '']) => ({ kind: 'index', at: Number(at) })],
  [
    new RegExp(String.raw`\.?\[([^\[\]="'.\s]+)=(${quotedText}|[^\[\]"']*)\]`, 'y'),
    ([, key = '', text = '']) => ({ kind: 'select', key, text: unquoted(text) }),
  ],
  [new RegExp(String.raw`\.?\[(${quotedText})\]`, 'y'), ([, name = '']) => key(unquoted(name))],
  [new RegExp(String.raw`\.(${quotedText})(?=[.[]|$)`, 'y'), ([, name = '']) => key(unquoted(name))],
  [/\.((?:[^.[\]"'\\]|\\.)+)/y, ([, name = '']) => key(unescaped(name))],
];

/** The steps of a path, or what is wrong with it. */
export function parsePath(path: string): ParsedPath {
  const wrong = (message: string): ParsedPath => ({ ok: false, message, help });
  if (path === '') return wrong('the path is empty');
  if (path.length > limits.length) return wrong(`the path has more than ${limits.length} characters`);
  const steps: Step[] = [];
  const text = /^[.[]/.test(path) ? path : `.${path}`;
  for (let at = 0; at < text.length;) {
    const found = stepAt(text, at);
    if (found === undefined)
      return wrong(
        `the path ${JSON.stringify(path)} cannot be read from ${JSON.stringify(text.slice(at))} on`,
      );
    steps.push(found.step);
    at = found.end;
  }
  return steps.length > limits.steps
    ? wrong(`the path has more than ${limits.steps} steps`)
    : { ok: true, steps };
}

function stepAt(text: string, at: number): { step: Step; end: number } | undefined {
  for (const [pattern, make] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) return { step: make(found), end: pattern.lastIndex };
  }
  return undefined;
}

function key(name: string): Step {
  return { kind: 'key', name };
}

function unquoted(text: string): string {
  return /^["']/.test(text) ? unescaped(text.slice(1, -1)) : text;
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1');
}

/** The steps as a path that `parsePath` reads again. */
export function pathOf(steps: readonly Step[]): string {
  return steps.reduce((path, step) => {
    if (step.kind === 'index') return `${path}[${step.at}]`;
    if (step.kind === 'select')
      return `${path}[${step.key}=${/[[\]"'\\]/.test(step.text) ? quoted(step.text) : step.text}]`;
    if (!/^[^.[\]"'\\]+$/.test(step.name)) return `${path}[${quoted(step.name)}]`;
    return path === '' ? step.name : `${path}.${step.name}`;
  }, '');
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
