/** What a change states of its own evaluation, one exact difference a line: `temperature 0 -> 0.7`. */
import { trailersOf } from '../../kernel/trailers.ts';
import { holdsSecret } from '../shown.ts';
import { digestOf } from './long-text.ts';

export interface StatedSetup {
  readonly line: string;
  /** For the report: `commit 1a2b3c4d`. */
  readonly where: string;
}

/** `Evaluation-Change:` trailers of a commit message; in a message of more than 200,000 characters nobody states anything. */
export function setupTrailers(message: string, sha: string): StatedSetup[] {
  if (message.length > 200_000) return [];
  return trailersOf(message)
    .filter(({ key }) => key.toLowerCase() === 'evaluation-change')
    .map(({ value }) => ({ line: canonical(value), where: `commit ${sha.slice(0, 8)}` }));
}

/** The line that states a difference and no other: what is long, or may be a credential, stands in it by its digest. */
export function setupLine(key: string, before: string, after: string): string {
  return canonical(`${key} ${word(before)} -> ${word(after)}`);
}

function word(value: string): string {
  const isPlain =
    value !== '' && value.length <= longestPlain && /^[\x20-\x7e]+$/.test(value) && !holdsSecret(value);
  return isPlain ? value.replaceAll(/\s+/g, '_') : `#${digestOf(value)}`;
}

const longestPlain = 40;

function canonical(line: string): string {
  return line.slice(0, 4000).replaceAll('→', '->').trim().split(/\s+/).join(' ');
}

/** Where the line is stated. */
export function whereStated(line: string, stated: readonly StatedSetup[]): string | undefined {
  return stated.find((one) => one.line === line)?.where;
}
