/** Says on GitHub what serves now. What GitHub does not take is a finding: the edit and its record stand without it. */
import type { Finding } from '../../report/model.ts';
import { errorFinding } from '../../report/error-report.ts';
import { mdCode, mdText } from '../../report/escape.ts';
import type { Target } from '../../policy/index.ts';
import { promotionRules } from '../rules.ts';
import type { PromotionPorts } from './ports.ts';
import type { Outcome } from './promotion-report.ts';

const announced: ReadonlySet<string | undefined> = new Set(['landed', 'opened', 'there']);

export async function announce(outcome: Outcome, target: Target, ports: PromotionPorts): Promise<Finding[]> {
  const { announcer } = ports;
  const { commit, state, weight, pullRequest } = outcome;
  // What is there already is announced too: the run that put it there may have been killed before it could.
  if (announcer === undefined || commit === undefined || !announced.has(state)) return [];
  const deploy = () =>
    announcer.deployed({
      environment: target.environment ?? target.name,
      sha: commit,
      description: `${target.service}: ${outcome.name} at ${weight ?? 100} %`.slice(0, 140),
      key: `${target.name} ${outcome.name} ${weight ?? 100} ${commit}`,
      state: state === 'opened' ? 'in_progress' : 'success',
      ...(ports.runUrl === undefined ? {} : { logUrl: ports.runUrl }),
    });
  const tell = async () => {
    const number = outcome.origin;
    if (number !== undefined)
      await announcer.comment(
        number,
        `promotion-${target.name}`,
        commentOf(outcome, target, pullRequest?.url),
      );
  };
  return [...(await attempted('the deployment', deploy)), ...(await attempted('the comment', tell))];
}

async function attempted(what: string, send: () => Promise<unknown>): Promise<Finding[]> {
  try {
    await send();
    return [];
  } catch (error) {
    const { message, help } = errorFinding(error);
    return [
      promotionRules['not-announced'].finding({
        message: `GitHub did not take ${what}: ${message}`,
        ...(help === undefined ? {} : { help }),
      }),
    ];
  }
}

/** The audit of a promotion, on the pull request that the version came from. */
function commentOf(
  { name, weight, commit = '', forced, evidence = [], state }: Outcome,
  target: Target,
  url: string | undefined,
): string {
  const rows = evidence.map((piece) => `| ${mdText(piece.name)} | ${piece.state} | ${mdText(piece.says)} |`);
  const how =
    state === 'opened' ? `A pull request waits: ${url ?? ''}` : `Commit ${mdCode(commit.slice(0, 12))}.`;
  return [
    `**${mdText(target.service)}** in ${mdText(target.name)}: ${mdCode(name)} at ${weight ?? 100} %. ${how}`,
    ...(forced === undefined ? [] : [`Forced by ${mdText(forced.by)}: ${mdText(forced.reason)}`]),
    ['| evidence | state | what |', '| --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}
