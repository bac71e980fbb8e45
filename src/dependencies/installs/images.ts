/** Images by their references: `registry:5000/name:tag@sha256:…`. */
import { redact } from '../../kernel/redact.ts';
import { entryAt } from '../formats/entry.ts';
import type { Spot } from '../formats/places.ts';
import { sourceOf } from '../source.ts';
import { addUnknown } from './collect.ts';
import type { Sink } from './sink.ts';

/** Adds an image; what is made while the file is used is `…`. */
export function addImage(image: string, spot: Spot, sink: Sink): void {
  const [reference = '', digest] = redact(image)
    .replace(/^docker:\/\//, '')
    .split('@', 2);
  const colon = reference.indexOf(':', reference.lastIndexOf('/') + 1);
  const repository = (colon < 0 ? reference : reference.slice(0, colon)).toLowerCase();
  if (repository === '' || repository === '…') return;
  const tag = colon < 0 ? (digest === undefined ? 'latest' : '') : reference.slice(colon + 1);
  const name = `image:${repository}`;
  if (tag.includes('…')) return addUnknown(name, tag, spot, sink);
  const detail = `${tag}${digest === undefined ? '' : `@${digest}`}`;
  sink.to.ranged(name, { dialect: 'pep440', specifier: '', detail, kind: 'image' }, spot);
  const source = sourceOf('image', digest === undefined ? '' : `@${digest}`);
  sink.entries.push({ ...entryAt('', spot, { version: tag === '' ? (digest ?? '') : tag, source }), name });
}

/** The interpreter that a file chooses: `3.11`, `>=3.10`, `3.x`. */
export function addInterpreter(version: string, spot: Spot, sink: Sink): void {
  const name = 'interpreter:python';
  if (version.includes('…')) return addUnknown(name, version, spot, sink);
  sink.to.ranged(name, { dialect: 'pep440', specifier: version }, spot);
  sink.entries.push({ ...entryAt('', spot, { version }), name });
}
