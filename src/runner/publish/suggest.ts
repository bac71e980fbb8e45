import { fixable } from '../../report/fixable.ts';
import type { RenderOptions } from '../../report/options.ts';
import type { Report } from '../../report/model.ts';
import { count, enumerate } from '../../kernel/text.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { Logger } from '../../ports/index.ts';
import type { GitHubChannels, Suggesting } from './channels.ts';

/** Keeps the suggestions of a pull request; returns what the summary says of them, '' for nothing. Never throws. */
export async function suggest(
  report: Report,
  to: Suggesting,
  github: GitHubChannels | undefined,
  render: RenderOptions | undefined,
  log: Logger,
): Promise<string> {
  const fixes = fixable(report).length;
  if ('not' in to || github === undefined)
    return fixes === 0 || !('not' in to)
      ? ''
      : `${count(fixes, 'fix', 'fixes')} not suggested: ${to.not}${byHand}`;
  try {
    const { connect, suggestionsOf } = await import('#lib/github');
    const { suggestions, other } = await suggestionsOf(report, to.read, render);
    const store = connect({ ...github, log }).suggestions;
    const done = await store.keep(to.pull, { key: report.gate, sha: to.sha, suggestions });
    return noteOf(done.posted, done.kept, done.elsewhere + other);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const help = isUserError(error) && error.help !== undefined ? ` ${error.help}` : '';
    log.warning(`The suggestions could not be kept: ${reason}.${help} The verdict stands.`);
    return `Fixes not suggested: ${reason}.${help}${byHand}`;
  }
}

const byHand = ' `model-gates check --fix` applies them in a clone.';

function noteOf(posted: number, kept: number, other: number): string {
  const done = [posted > 0 && `${posted} posted`, kept > 0 && `${kept} there already`].filter(
    (text) => text !== false,
  );
  const suggested = done.length === 0 ? '' : `Fixes suggested on changed lines: ${enumerate(done)}.`;
  if (other === 0) return suggested;
  const left = `${count(other, 'other fix', 'other fixes')} cannot be a suggestion on a changed line:${byHand}`;
  return suggested === '' ? left.replace('other ', '') : `${suggested} ${left}`;
}
