import { fixedRules } from '../rules/overrides.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import { judgeConfigFile } from '../judge.ts';
import { readRegistry } from '../registry/read.ts';
import type { ConfigSettings } from '../settings.ts';

/** Configs that break a rule, as they are today. */
export interface StandingFaults {
  /** Rule → number of configs with an error of it, that many that whatever reads them must cope: habits of this repository. */
  readonly habits: ReadonlyMap<string, number>;
  /** Configs with an error of another rule. */
  readonly faulty: readonly string[];
}

/** Fewer configs, or a smaller share of them, are slips. */
const least = 3;
const leastShare = 0.05;

/** What configs that are in use would be blamed for, judged with the registry that was derived from them. */
export async function standingFaultsOf(
  documents: readonly ConfigDocument[],
  registryText: string,
  settings: ConfigSettings,
): Promise<StandingFaults> {
  const { registry } = await readRegistry(Buffer.from(registryText), settings.registry);
  const broken = documents.map((head) => {
    const input = { head, settings, ...(registry === undefined ? {} : { registry }) };
    const errors = judgeConfigFile(input).findings.filter(({ severity }) => severity === 'error');
    return { file: head.file, rules: new Set(errors.map(({ rule }) => rule)) };
  });
  const counts = new Map<string, number>();
  for (const { rules } of broken) for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const isHabit = ([rule, files]: [string, number]): boolean =>
    !fixedRules.has(rule) && files >= least && files >= documents.length * leastShare;
  const habits = new Map([...counts].filter(isHabit));
  const faulty = broken.filter(({ rules }) => [...rules].some((rule) => !habits.has(rule)));
  return { habits, faulty: faulty.map(({ file }) => file) };
}
