/** A small signed model, its signatures as the reference implementation and Sigstore's own libraries made them, and who may sign. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { blake3 } from 'hash-wasm';
import type { ModelFiles } from '../../src/ports/model-files.ts';
import type { ModelEntry } from '../../src/kernel/model-files.ts';
import type { Trust } from '../../src/signatures/gate/trust.ts';

const folder = path.join(import.meta.dirname, '../fixtures/signatures');

export const signature = (name: string): Buffer => readFileSync(path.join(folder, `${name}.json`));
export const pem = (name: string) => ({
  name: `${name}.pem`,
  pem: readFileSync(path.join(folder, `${name}.pem`), 'utf8'),
});
export const modelFolder = path.join(folder, 'model');

/** All who have signed in the fixtures, but for the branch and the person. */
export const trust: Trust = {
  keys: [pem('key'), pem('key521'), pem('blake3')],
  certificates: [pem('ca')],
  identities: [{ repository: 'acme/qwen3-vl', refs: ['refs/heads/main', 'refs/tags/**'] }],
  root: signature('trusted-root').toString(),
};

/** When the fixtures are valid, in milliseconds since the epoch. */
export const now = Date.parse('2027-03-01T00:00:00Z');

export const model = { 'config.json': '{}', 'model.safetensors': 'weights' };

/** A model in memory; `links` are paths that lead to what they say. */
export function filesOf(
  content: Readonly<Record<string, string>>,
  kinds: Readonly<Record<string, ModelEntry['kind']>> = {},
): ModelFiles {
  return {
    list: () =>
      Promise.resolve(
        Object.entries(content).map(([name, text]) => ({
          path: name,
          kind: kinds[name] ?? 'file',
          bytes: Buffer.byteLength(text),
        })),
      ),
    digests: (parts, algorithm) =>
      Promise.all(
        parts.map(async ({ path: name, start, end }) => {
          const bytes = Buffer.from(content[name] ?? '').subarray(start, end);
          if (algorithm === 'blake3') return blake3(bytes);
          return createHash(algorithm === 'blake2b' ? 'blake2b512' : algorithm)
            .update(bytes)
            .digest('hex');
        }),
      ),
  };
}

export interface EditableBundle {
  mediaType: string;
  verificationMaterial: Record<string, unknown>;
  dsseEnvelope: { payload: string; payloadType: string; signatures: { sig: string }[] };
}

/** The signature with something changed in it. */
export function edited(name: string, change: (bundle: EditableBundle) => void): Buffer {
  const bundle = JSON.parse(signature(name).toString()) as EditableBundle;
  change(bundle);
  return Buffer.from(JSON.stringify(bundle));
}
