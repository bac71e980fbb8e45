import { describe, expect, test } from 'vitest';
import { readShell } from '../../../src/documents/shell/read.ts';
import type { ShellCommand, ShellWord } from '../../../src/documents/shell/model.ts';
import { samples, seed } from '../../support/seed.ts';
import { randomOf } from '../config/generate.ts';
import { type Call, callsOf, hasBash } from './bash.ts';
import { generateShell } from './generate-shell.ts';

const scripts = samples(5000);
const batch = 2000;

describe.skipIf(!hasBash())('bash', () => {
  test(`passes the words that we say, of ${scripts} generated scripts (seed ${seed})`, () => {
    const random = randomOf(seed);
    const different: string[] = [];
    let [calls, whole] = [0, 0];
    for (let done = 0; done < scripts; done += batch) {
      const texts = Array.from({ length: Math.min(batch, scripts - done) }, () => generateShell(random));
      for (const [index, made] of callsOf(texts).entries()) {
        const text = texts[index] ?? '';
        const commands = readShell(text, { file: 'a.sh' }).commands.filter(
          ({ words: [name] }) => name?.text === 'run' || name?.text === 'eval',
        );
        for (const call of made) {
          const fitting = commands.filter((command) => fits(command, call));
          calls += 1;
          if (fitting.length === 0) different.push(`${text}\n--- ${JSON.stringify(call)}`);
          if (fitting.some(isKnown)) whole += 1;
        }
      }
    }
    console.log(
      `bash, seed ${seed}: ${scripts} scripts, ${calls} calls, ${whole} known as a whole, ${different.length} different`,
    );
    expect(different.slice(0, 3)).toEqual([]);
    expect(calls).toBeGreaterThan(scripts);
    expect(whole).toBeGreaterThan(calls * 0.2);
  });
});

function isKnown({ words }: ShellCommand): boolean {
  return words.every(({ text }) => text !== undefined);
}

/** The line of a call is that of the command's start or of one of its continuations. */
function fits({ line, endLine, words }: ShellCommand, call: Call): boolean {
  const isThere = call.line >= line && call.line <= endLine;
  return isThere && (words[0]?.text === 'eval' || isMatch(words.slice(1), call.args));
}

/** Which numbers of arguments the words so far may stand for, word by word. */
function isMatch(words: readonly ShellWord[], args: readonly string[]): boolean {
  let reached = [0];
  for (const word of words) {
    const [least = Number.POSITIVE_INFINITY] = reached;
    reached = word.isMany
      ? Array.from({ length: Math.max(0, args.length + 1 - least) }, (_, index) => least + index)
      : reached.flatMap((at) => (at < args.length && isOne(word, args[at] ?? '') ? [at + 1] : []));
  }
  return reached.includes(args.length);
}

function isOne({ text, pieces }: ShellWord, arg: string): boolean {
  if (text !== undefined) return text === arg;
  const pattern = pieces.map((piece) =>
    piece.text === undefined ? '[^]*' : piece.text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
  );
  return new RegExp(`^${pattern.join('')}$`).test(arg);
}
