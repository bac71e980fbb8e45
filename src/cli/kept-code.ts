/** The bundles with what V8 compiled of them, kept from one call to the next. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync, type Stats } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';

interface Bundle {
  readonly source: Buffer;
  readonly script: Script;
  readonly module: { exports: unknown };
}

type Run = (...given: readonly unknown[]) => void;

/** Node's own; the first line is left out of the places of errors. */
const [head, tail] = ['(function (exports, require, module, __filename, __dirname) {\n', '\n})'];
const digestBytes = 32;

/**
 * Loads bundles as Node does, with the code that earlier calls left in the folder. Node's own compile cache takes a file before anything
 * of it has run: it has nothing of what is compiled when it is called first, which is nearly all.
 */
export class KeptCode {
  readonly #folder: string;
  readonly #loaded = new Map<string, Bundle>();
  /** Of V8's version and flags, which it accepts code of alone. */
  readonly #tag = cachedDataVersionTag();
  readonly #isOwn: boolean;
  #complete = true;

  constructor(folder: string) {
    this.#folder = folder;
    this.#isOwn = isOwn(folder);
  }

  /** Whether all code that was asked for had been kept, of these very bundles. */
  get complete(): boolean {
    return this.#complete;
  }

  /** What the bundle exports. */
  load(file: string): unknown {
    const known = this.#loaded.get(file);
    if (known !== undefined) return known.module.exports;
    const bundle = this.#compile(file);
    this.#loaded.set(file, bundle);
    const { script, module } = bundle;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is the wrapper
    const run = script.runInThisContext() as Run;
    run.call(module.exports, module.exports, this.#requireOf(file), module, file, path.dirname(file));
    return module.exports;
  }

  /**
   * Keeps what is compiled by now where it is the first call with these bundles, the second, the fourth, and so on: each may have run what
   * none before it did. What fails costs the next call time only.
   */
  keep(): void {
    // V8 would refuse it.
    if (cachedDataVersionTag() !== this.#tag) return;
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      if (!isOwn(this.#folder)) return;
      const calls = this.#complete ? this.#calls() + 1 : 1;
      if ((calls & (calls - 1)) === 0) for (const [file, bundle] of this.#loaded) this.#write(file, bundle);
      replace(this.#callsFile(), String(calls));
    } catch {
      // A folder that cannot be written, or a full disk.
    }
  }

  #compile(file: string): Bundle {
    const source = readFileSync(file);
    const cachedData = this.#keptOf(file, source);
    // The build writes ASCII alone.
    const text = head + source.toString('latin1') + tail;
    const script = new Script(text, { filename: file, lineOffset: -1, ...(cachedData && { cachedData }) });
    if (script.cachedDataRejected !== false) this.#complete = false;
    return { source, script, module: { exports: {} } };
  }

  /** V8 itself compares no more of the source than its length. */
  #keptOf(file: string, source: Buffer): Buffer | undefined {
    const kept = this.#isOwn ? contentOf(this.#fileOf(file)) : undefined;
    const code = kept?.subarray(digestBytes);
    return code && kept?.subarray(0, digestBytes).equals(this.#digest(source, code)) ? code : undefined;
  }

  #write(file: string, { source, script }: Bundle): void {
    const code = script.createCachedData();
    replace(this.#fileOf(file), Buffer.concat([this.#digest(source, code), code]));
  }

  #digest(source: Buffer, code: Buffer): Buffer {
    const { node, v8 } = process.versions;
    const digest = createHash('sha256').update(
      `${node} ${v8} ${process.arch} ${this.#tag} ${source.length}\n`,
    );
    return digest.update(source).update(code).digest();
  }

  #requireOf(file: string): (name: string) => unknown {
    const others = createRequire(file);
    const folder = path.dirname(file);
    return (name) => (name.startsWith('.') ? this.load(path.join(folder, name)) : (others(name) as unknown));
  }

  /** Bundles are called index.js, in folders of different names; what one of them loads later stands beside it. */
  #fileOf(file: string): string {
    const { dir, base } = path.parse(file);
    const name = path.basename(dir);
    return path.join(this.#folder, base === 'index.js' ? name : `${name}.${base}`);
  }

  #callsFile(): string {
    return path.join(this.#folder, 'calls.txt');
  }

  #calls(): number {
    return Number(contentOf(this.#callsFile())) || 0;
  }
}

/** Whether nobody but this user may write there: what is kept is run. */
function isOwn(folder: string): boolean {
  const stats = statsOf(folder);
  const user = process.getuid?.();
  if (stats?.isDirectory() !== true) return false;
  return user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0);
}

function statsOf(folder: string): Stats | undefined {
  try {
    return lstatSync(folder);
  } catch {
    return undefined;
  }
}

function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whole or not at all: another call may read it. */
function replace(file: string, content: string | Buffer): void {
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(unfinished, content, { mode: 0o600 });
  renameSync(unfinished, file);
}
