import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { ConfigNode } from '../../../src/documents/tree/node.ts';

const script = join(process.cwd(), 'test', 'oracle', 'config', 'read.py');

export interface Answer {
  readonly ok?: unknown;
  readonly error?: string;
  /** It would take Python too long. */
  readonly endless?: boolean;
}

/** Whether this machine's python3 has a module; prints why a test is skipped. */
export function hasModule(name: string): boolean {
  const found = spawnSync('python3', ['-c', `import ${name}`], { encoding: 'utf8' }).status === 0;
  if (!found) console.log(`skipped: python3 with ${name} is not here`);
  return found;
}

/** What Python's own readers make of the texts, in one process. */
export function readWithPython(reader: string, texts: readonly string[]): Answer[] {
  const input = texts.map((text) => JSON.stringify({ reader, text })).join('\n');
  const result = spawnSync('python3', [script], { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (result.status !== 0) throw new Error(result.stderr);
  return result.stdout
    .trimEnd()
    .split('\n')
    .map((line): Answer => JSON.parse(line));
}

/** A config node in the encoding of read.py. */
export function encode(node: ConfigNode): unknown {
  if (node.type === 'list') return { t: node.python ?? 'list', v: node.items.map(encode) };
  if (node.type === 'dict') {
    return { t: 'dict', v: [...node.entries.values()].map(({ key, value }) => [encode(key), encode(value)]) };
  }
  if (node.type === 'int') return { t: 'int', v: String(node.value) };
  if (node.type === 'float') return { t: 'float', v: hex(node.value) };
  if (node.type === 'bytes') return { t: 'bytes', v: Buffer.from(node.value).toString('base64') };
  return { t: node.type, v: node.value };
}

/** Python's `float.hex()`. */
function hex(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const high = bits.getUint32(0);
  const sign = high >>> 31 === 1 ? '-' : '';
  const exponent = (high >>> 20) & 0x7ff;
  const mantissa =
    ((high & 0xfffff) >>> 0).toString(16).padStart(5, '0') + bits.getUint32(4).toString(16).padStart(8, '0');
  if (value === 0) return `${sign}0x0.0p+0`;
  const power = exponent === 0 ? -1022 : exponent - 1023;
  return `${sign}0x${exponent === 0 ? 0 : 1}.${mantissa}p${power < 0 ? '' : '+'}${power}`;
}
