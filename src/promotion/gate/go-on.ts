/** Takes the next step of each ladder that is being climbed: what a schedule runs, so that no job sleeps. */
import { openReader } from '../../lineage/gate/reader.ts';
import { makeReport } from '../../report/make.ts';
import { worstVerdict, type Report } from '../../report/model.ts';
import { count, enumerate } from '../../kernel/text.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Target } from '../../policy/index.ts';
import type { PromotionFacts } from '../facts.ts';
import type { Judged } from '../settings.ts';
import { portsFor } from './elsewhere.ts';
import { readServing } from './gather.ts';
import type { PromotionPorts } from './ports.ts';
import { promote } from './promote.ts';
import { gate } from './promotion-report.ts';
import { rollBack } from './rollback.ts';
import { stateOf } from './state.ts';

export interface ContinuedFacts {
  /** One entry for each target on whose ladder a version is. */
  readonly targets: readonly PromotionFacts[];
}

/**
 * One step a target at most. Where the judge says failure, the version is rolled back. Throws a UserError where its word could be about
 * more than one ladder: it would move, or roll back, versions that nobody has judged.
 */
export async function goOn(
  targets: readonly Target[],
  judged: Judged | undefined,
  dryRun: boolean,
  ports: PromotionPorts,
): Promise<Report<ContinuedFacts>> {
  const climbers: { readonly target: Target; readonly version: string }[] = [];
  for (const target of targets) {
    const version = await climbing(target, ports);
    if (version !== undefined) climbers.push({ target, version });
  }
  if (judged !== undefined && climbers.length > 1) throw ambiguous(climbers.map(({ target }) => target.name));
  const reports: Report<PromotionFacts>[] = [];
  for (const { target, version } of climbers) {
    const reason = 'the judge said failure';
    reports.push(
      judged === 'failure'
        ? await rollBack({ target, reason, dryRun }, ports)
        : await promote({ version, target, dryRun, judged }, ports),
    );
  }
  const [only] = reports;
  return makeReport({
    gate,
    verdict: reports.length === 0 ? 'skipped' : worstVerdict(reports.map(({ verdict }) => verdict)),
    title:
      reports.length === 0
        ? 'No version is on its way up a ladder'
        : reports.length === 1 && only !== undefined
          ? only.title
          : `${count(reports.length, 'ladder')}: ${reports.map(({ title }) => title).join('; ')}`,
    findings: reports.flatMap(({ findings }) => findings),
    facts: { targets: reports.map(({ facts }) => facts) },
    sections: reports.flatMap(({ sections = [] }) => sections),
  });
}

function ambiguous(names: readonly string[]): UserError {
  return new UserError(
    `The word of the judge is about one ladder, and versions climb those of ${enumerate(names)}: nothing was moved.`,
    {
      help: `Give the target: ${names.map((name) => `\`target: ${name}\``).join(', then ')}. In a workflow, call model-promote.yml once for each of them.`,
    },
  );
}

/** The version that serves a part of the traffic. */
async function climbing(target: Target, given: PromotionPorts): Promise<string | undefined> {
  const ports = portsFor(target, given);
  const reader = await openReader(await ports.ledger.snapshot(), ports);
  const { standing } = await stateOf(target, await readServing(target.service, reader), ports);
  return standing.canary?.run?.version;
}
