/** A branch of the demo is a list of small exact edits of examples/qwen3-vl, so that it cannot drift from it. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Edit {
  readonly file: string;
  readonly change: (text: string) => string;
}

/** One commit of the feature branch. */
export interface Overlay {
  readonly message: string;
  readonly edits: readonly Edit[];
}

/** Writes the edits into a checkout; throws where an edit does not fit. */
export function applyOverlay(overlay: Overlay, folder: string): void {
  for (const { file, change } of overlay.edits) {
    const place = path.join(folder, file);
    const before = readFileSync(place, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${overlay.message}: an edit of ${file} changes nothing`);
    writeFileSync(place, after);
  }
}

/** Replaces text that occurs exactly once. */
export function replace(file: string, from: string, to: string): Edit {
  return { file, change: (text) => replaceOnce(text, from, to, file) };
}

/** Adds a line below the one line that starts so. */
export function insertAfter(file: string, start: string, line: string): Edit {
  return {
    file,
    change: (text) => {
      const old = text.split('\n').find((found) => found.startsWith(start)) ?? start;
      return replaceOnce(text, `${old}\n`, `${old}\n${line}\n`, file);
    },
  };
}

/** Gives the file other contents. */
export function rewrite(file: string, contents: string): Edit {
  return { file, change: () => contents };
}

export interface Move {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** Moves packages in uv.lock as `uv lock --upgrade-package` does: version, file names and hashes. */
export function lockedMoves(file: string, moves: readonly Move[]): Edit {
  return { file, change: (text) => moves.reduce(movePackage, text) };
}

function movePackage(lock: string, { name, from, to }: Move): string {
  const start = lock.indexOf(`[[package]]\nname = "${name}"\nversion = "${from}"\n`);
  if (start < 0) throw new Error(`the lock contains no ${name} ${from}`);
  const next = lock.indexOf('\n[[package]]', start);
  const end = next < 0 ? lock.length : next;
  const block = lock.slice(start, end).replaceAll(from, to);
  return (
    lock.slice(0, start) +
    block.replace(/url = "([^"]+)", hash = "sha256:[0-9a-f]+"/g, withHash) +
    lock.slice(end)
  );
}

/** The example's hashes are those of the addresses, there being no files. */
function withHash(_: string, url: string): string {
  return `url = "${url}", hash = "sha256:${createHash('sha256').update(url).digest('hex')}"`;
}

function replaceOnce(text: string, from: string, to: string, file: string): string {
  const parts = text.split(from);
  if (parts.length !== 2)
    throw new Error(`${file} contains ${JSON.stringify(from)} ${parts.length - 1} times, expected once`);
  return parts.join(to);
}
