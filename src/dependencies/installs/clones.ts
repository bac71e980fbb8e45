/** Sources that a script clones and builds itself. */
import type { ShellCommand } from '../../documents/shell/model.ts';
import { sourceUrl } from '../../kernel/redact.ts';
import { normaliseName } from '../../pep440/names.ts';
import { entryAt } from '../formats/entry.ts';
import type { Spot } from '../formats/places.ts';
import type { LockEntry, Statement } from '../model.ts';
import { sourceOf } from '../source.ts';
import { pieceText } from './commands.ts';
import type { Sink } from './sink.ts';

/** Repositories whose package has another name. */
const packages: ReadonlyMap<string, string> = new Map([
  ['flash-attention', 'flash-attn'],
  ['transformerengine', 'transformer-engine'],
  ['pytorch', 'torch'],
  ['vision', 'torchvision'],
  ['audio', 'torchaudio'],
  ['nccl', 'nvidia-nccl'],
]);

/** A reader of one script's commands in order: `git clone -b v1 URL`, and the `git checkout` behind it. */
export function cloneReader({ to, entries }: Sink, above: number): (command: ShellCommand) => void {
  let last:
    | { readonly name: string; readonly url: string; readonly at: number; readonly entry: number }
    | undefined;
  return ({ words, line, column }) => {
    const texts = words.map(({ text, pieces }) => text ?? pieces.map(pieceText).join(''));
    if (texts[0] !== 'git') return;
    const spot = { line: line + above, column };
    const verb = texts.findIndex((text) => /^(?:clone|checkout|switch|reset)$/.test(text));
    const rest = texts.slice(verb + 1);
    if (texts[verb] === 'clone') {
      const url = rest.find((text) => /^(?:[a-z]+:\/\/|git@)/.test(text));
      if (url === undefined) return;
      const name = packageOf(url);
      const revision = branchOf(rest);
      const detail = detailOf(url, revision);
      to.ranged(name, { dialect: 'pep440', specifier: '', kind: 'source', detail }, spot);
      entries.push(clonedEntry(name, url, revision, spot));
      last = { name, url, at: to.statements.length - 1, entry: entries.length - 1 };
    } else if (last !== undefined && verb > 0) {
      const revision = rest.find((text) => !text.startsWith('-'));
      const before: Statement | undefined = to.statements[last.at];
      if (revision === undefined || before === undefined) return;
      to.statements[last.at] = { ...before, ...spot, text: `${last.name} ${detailOf(last.url, revision)}` };
      entries[last.entry] = clonedEntry(last.name, last.url, revision, spot);
    }
  };
}

function clonedEntry(name: string, url: string, revision: string | undefined, spot: Spot): LockEntry {
  const address = `git+${sourceUrl(url)}${revision === undefined ? '' : `@${revision}`}`;
  return entryAt(name, spot, { source: sourceOf('url', address) });
}

function detailOf(url: string, revision: string | undefined): string {
  return `source git=${sourceUrl(url)}${revision === undefined ? '' : ` rev=${revision}`}`;
}

function branchOf(words: readonly string[]): string | undefined {
  const inline = words.find((word) => word.startsWith('--branch='));
  if (inline !== undefined) return inline.slice('--branch='.length);
  const at = words.findIndex((word) => word === '-b' || word === '--branch');
  return at < 0 ? undefined : words[at + 1];
}

function packageOf(url: string): string {
  const last = url.replace(/\/+$/, '').replace(/\.git$/, '');
  const name = normaliseName(last.slice(Math.max(last.lastIndexOf('/'), last.lastIndexOf(':')) + 1));
  return packages.get(name) ?? name;
}
