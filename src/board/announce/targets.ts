/** Where summaries go, as a workflow says it: lines of a kind, an address, and a secret to sign with. Addresses are secrets themselves. */
import { messageKinds, type MessageKind } from './messages.ts';
import { count } from '../../kernel/text.ts';
import { UserError } from '../../kernel/user-error.ts';

export interface MessageTarget {
  readonly kind: MessageKind;
  /** Never shown: whoever knows it can write there. */
  readonly url: URL;
  readonly secret?: string;
  /** Number of its line, from 1. */
  readonly line: number;
}

const most = 20;

/** Throws a UserError that names the line and never what is in it. */
export function messageTargets(text: string): MessageTarget[] {
  const lines = text.split('\n').map((line, at) => ({ words: line.trim().split(/\s+/), line: at + 1 }));
  const used = lines.filter(({ words: [first = ''] }) => first !== '' && !first.startsWith('#'));
  if (used.length > most)
    throw wrong(`there are ${count(used.length, 'line')}, and ${most} at most are sent to`);
  return used.map(({ words, line }) => targetIn(words, line));
}

function targetIn([kind = '', address, secret, ...rest]: readonly string[], line: number): MessageTarget {
  const known = messageKinds.find((one) => one === (kind === 'lark' ? 'feishu' : kind));
  if (known === undefined) throw wrong(`line ${line} does not begin with ${messageKinds.join(', ')}`);
  if (address === undefined)
    throw wrong(
      `line ${line} (${known}) has no address: the secret that it comes from is empty or not there`,
    );
  if (rest.length > 0) throw wrong(`line ${line} (${known}) has more than a kind, an address and a secret`);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !isSafe(url)) throw wrong(`line ${line} (${known}) has no https address`);
  return { kind: known, url, line, ...(secret !== undefined && { secret }) };
}

/** Plain http only where it does not leave the machine. */
function isSafe({ protocol, hostname, username, password }: URL): boolean {
  if (username !== '' || password !== '') return false;
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  );
}

function wrong(reason: string): UserError {
  return new UserError(`\`notify\` cannot be read: ${reason}.`, {
    help: 'Write a line for each place: `slack ${{ secrets.SLACK_WEBHOOK }}`, with a secret behind the address where it signs.',
  });
}
