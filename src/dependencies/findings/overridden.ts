/** Installs that bring another version of what an earlier command of the same file has pinned. */
import { depsRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import { tightnessOf } from '../floating/tightness.ts';
import type { Parsed, Statement } from '../model.ts';

/** Packages whose releases ask for one version, or one series, of another (their own metadata on PyPI, 2024 to 2026). */
const bringers: Readonly<Record<string, RegExp>> = {
  torch:
    /^(?:vllm|sglang|xformers|torchvision|torchaudio|torchcodec|torchtext|lmdeploy|tensorrt-llm|outetts)$/,
  triton: /^(?:torch|vllm|sglang)$/,
  transformers: /^(?:vllm|sglang|lmdeploy)$/,
  xgrammar: /^(?:vllm|sglang)$/,
};

/** One for each pinned package that a later command may replace now and did not before. */
export function overriddenFindings(before: Parsed, after: Parsed): Finding[] {
  const old = new Set(overridesIn(before.statements).map(keyOf));
  const known = new Set(before.statements.map(({ name }) => name));
  return overridesIn(after.statements)
    .filter((one) => known.has(one.pinned.name) && !old.has(keyOf(one)))
    .map(({ pinned, by }) =>
      depsRules['install-order'].finding({
        message: `${by.name} is installed after ${pinned.text}, in a command of its own: it brings the ${pinned.name} that it needs, in place of this one.`,
        file: by.file,
        line: by.line,
        column: by.column,
        help: `Install both in one command (${pinned.text} ${by.text}), so that the installer must agree with both, or ${by.name} first and under a constraint file.`,
      }),
    );
}

interface Override {
  readonly pinned: Statement;
  readonly by: Statement;
}

function keyOf({ pinned, by }: Override): string {
  return `${pinned.name} ${by.name}`;
}

function overridesIn(statements: readonly Statement[]): Override[] {
  const bounded = new Set(
    statements
      .filter(({ option }) => option === 'no-deps' || option === 'constraints')
      .map(({ name, line, column }) => `${name} ${line}:${column}`),
  );
  return statements.flatMap((pinned, at) => {
    const brings = Object.hasOwn(bringers, pinned.name) ? bringers[pinned.name] : undefined;
    if (brings === undefined || pinned.command === undefined || tightnessOf(pinned) !== 'exact') return [];
    const later = statements.slice(at + 1);
    // What is pinned again after it is the version that counts.
    const isLast = (from: number): boolean =>
      later.slice(from + 1).every(({ name, option }) => name !== pinned.name || option !== undefined);
    return later.flatMap((by, index) =>
      by.command !== undefined &&
      by.command !== pinned.command &&
      brings.test(by.name) &&
      !bounded.has(`${by.name} ${by.command}`) &&
      !bounded.has(`* ${by.command}`) &&
      isLast(index)
        ? [{ pinned, by }]
        : [],
    );
  });
}
