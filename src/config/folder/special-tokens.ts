import { numbersAt } from '../rules/rule-findings.ts';
import type { Part } from './folder.ts';
import type { Spot } from './places.ts';

export const roles = ['bos', 'eos', 'pad'] as const;
export type Role = (typeof roles)[number];

/** The ids of a role in one file, or those that its text has in the tokenizer. */
export interface Said {
  readonly ids: readonly number[];
  readonly spot: Spot;
}

export function idsIn({ document, section }: Part, role: Role): Said | undefined {
  const name = `${role}_token_id`;
  const node = section.get(name);
  const ids = node === undefined ? [] : numbersAt(node, section.at(name)).map(({ value }) => value);
  return ids.length === 0 ? undefined : { ids, spot: { document, path: section.at(name) } };
}

/** The text of a role, plain or in the mapping of an added token. */
export function textOf({ section }: Part, role: Role): string | undefined {
  return section.text(`${role}_token`) ?? section.section(`${role}_token`)?.text('content');
}
