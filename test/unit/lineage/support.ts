import { hashes } from '../../../src/lineage/gate/hashes.ts';
import { completeRecord, readDraft, type LineageRecord } from '../../../src/lineage/index.ts';

export const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
export const sha = (letter: string) => letter.repeat(40);

/** A record from what somebody would write; throws where it is not valid. */
export function record(value: object): LineageRecord {
  const result = readDraft(value);
  if (!result.ok) throw new Error(result.problems.join('; '));
  return completeRecord(result.draft, { at: '2026-11-22T10:00:00.000Z', by: 'ada' }, hashes);
}

/** `kind id` or `kind id digest` as nodes: `link('commit c', 'image i sha256:…')`. */
export function link(from: string | readonly string[], to: string, more: object = {}): LineageRecord {
  const inputs = typeof from === 'string' ? [from] : from;
  return record({ inputs: inputs.map(node), outputs: [node(to)], ...more });
}

function node(text: string): object {
  const [kind, id, content] = text.split(' ');
  return { kind, id, ...(content === undefined ? {} : { digest: content }) };
}
