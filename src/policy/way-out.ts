import { enumerate } from '../kernel/text.ts';
import type { GateName } from './gate-names.ts';
import type { Policy } from './policy.ts';
import { reasonCommand } from './reason.ts';
import type { Entitled } from './settings.ts';

/** How a gate may be lifted by the policy, as an instruction: who, the comment, the label. `undefined` where nobody may. */
export function wayOut(gate: GateName, { exemptions }: Policy): string | undefined {
  const rule = exemptions.find(({ gates, effect }) => gates.includes(gate) && effect === 'lift');
  if (rule === undefined) return undefined;
  const { label, by, authorMay, reasonRequired } = rule;
  const people = peopleOf(by);
  if (people.length === 0) return undefined;
  const who = `${enumerate(people, 'or')}${authorMay ? '' : ', not the author,'}`;
  const comment = reasonRequired ? `comments \`${reasonCommand(label)}\`, then ` : '';
  return `${who} ${comment}puts on the label \`${label}\``;
}

function peopleOf({ users, teams, permission }: Entitled): string[] {
  return [
    ...users.map((user) => `@${user}`),
    ...teams.map((team) => `one of @${team}`),
    ...(permission === undefined ? [] : [`somebody with the permission "${permission}"`]),
  ];
}
