import type { ConfigFacts } from '../config/index.ts';
import type { DependencyFacts } from '../dependencies/index.ts';
import type { InputFacts } from '../inputs/index.ts';
import type { RegressionFacts } from '../regression/index.ts';
import { configDefaults, configTable, type ConfigSettings } from '../config/settings.ts';
import { dependencyDefaults, dependencyTable, type DependencySettings } from '../dependencies/settings.ts';
import { inputDefaults, inputTable, type InputSettings } from '../inputs/settings.ts';
import { regressionDefaults, regressionTable, type RegressionSettings } from '../regression/settings.ts';
import { untouched } from '../dependencies/gate/untouched.ts';
import { unconfigured as noInputs } from '../inputs/gate/unconfigured.ts';
import { unconfigured as noResults } from '../regression/gate/unconfigured.ts';
import { makeReport } from '../report/make.ts';
import type { Judgement, Report } from '../report/model.ts';
import { camelCase, type SettingTable } from '../kernel/settings.ts';
import type { GateName, Policy, TrunkEvent } from '../policy/index.ts';
import type { Gate, Ports } from '../ports/index.ts';

type Spared<Facts extends object> = Judgement<Facts> | undefined;

/** A gate that judges a change: where its settings come from and how it is loaded, only when it is due. */
export interface GateDefinition<Settings, Facts extends object> {
  readonly name: GateName;
  readonly table: SettingTable;
  readonly defaults: Settings;
  section(policy: Policy): Partial<Settings>;
  /** What the event tells and nobody may set. */
  fromEvent?(event: TrunkEvent): Partial<Settings>;
  /** What is said, without loading the gate, where the settings or the change leave nothing to judge. */
  spared?(settings: Settings, ports: Ports): Spared<Facts> | Promise<Spared<Facts>>;
  load(): Promise<Gate<Settings, Facts>>;
}

export const configGate: GateDefinition<ConfigSettings, ConfigFacts> = {
  name: 'validate-model-config',
  table: configTable,
  defaults: configDefaults,
  section: ({ config, runs }) => ({ ...config, runs }),
  load: async () => (await import('#lib/config')).judgeConfig,
};

export const dependencyGate: GateDefinition<DependencySettings, DependencyFacts> = {
  name: 'detect-dep-drift',
  table: dependencyTable,
  defaults: dependencyDefaults,
  section: (policy) => policy.dependencies,
  fromEvent: intentOf,
  spared: untouched,
  load: async () => (await import('#lib/dependencies')).judgeDependencies,
};

export const inputGate: GateDefinition<InputSettings, InputFacts> = {
  name: 'detect-input-drift',
  table: inputTable,
  defaults: inputDefaults,
  section: ({ inputs, plan }) => ({ ...inputs, harmless: plan.harmless }),
  fromEvent: ({ kind }) => ({ merged: kind === 'push' }),
  spared: noInputs,
  load: async () => (await import('#lib/inputs')).judgeInputDrift,
};

export const regressionGate: GateDefinition<RegressionSettings, RegressionFacts> = {
  name: 'regression-gate',
  table: regressionTable,
  defaults: regressionDefaults,
  section: ({ regression, plan }) => ({ ...regression, harmless: plan.harmless }),
  fromEvent: ({ kind, at }) => ({ merged: kind === 'push', ...(at !== undefined && { eventAt: at }) }),
  spared: noResults,
  load: async () => (await import('#lib/regression')).judgeRegression,
};

/** Who moves packages, for the bots of the policy. Anybody may name a branch: who a bot is GitHub says, by the author's account. */
function intentOf({ pullRequest, headRef }: TrunkEvent): Partial<DependencySettings> {
  if (pullRequest === undefined) return {};
  const { author, authorId, bot = false, fork } = pullRequest;
  return {
    author,
    ...(authorId === undefined ? {} : { authorId }),
    bot,
    ...(headRef === undefined || fork ? {} : { headBranch: headRef }),
  };
}

/** Values given by a person, under the names of the policy (`expect-parameters`), and whether they overrule it. */
export interface Given {
  readonly values: Readonly<Record<string, unknown>>;
  /**
   * A workflow file comes from the pull request itself, so an action's inputs never overrule the policy of the base commit;
   * on a laptop the person who types an option means it.
   */
  readonly over: 'defaults' | 'policy';
  readonly event?: TrunkEvent;
}

/** Runs one gate with the settings that hold; an input that the policy overrules is reported. */
export async function runGate<Settings, Facts extends object>(
  gate: GateDefinition<Settings, Facts>,
  given: Given,
  policy: Policy,
  ports: Ports,
): Promise<Report<Facts>> {
  const section = gate.section(policy);
  const values = Object.fromEntries(
    Object.entries(given.values).map(([name, value]) => [camelCase(name), value]),
  );
  const told = given.event === undefined ? {} : (gate.fromEvent?.(given.event) ?? {});
  if (given.over === 'policy')
    return judged(gate, { ...gate.defaults, ...section, ...values, ...told }, ports);
  for (const name of overruled(values, section)) {
    ports.log.info(`${gate.name}: ${name} is set by the policy; the value given here is not used.`);
  }
  return judged(gate, { ...gate.defaults, ...values, ...section, ...told }, ports);
}

async function judged<Settings, Facts extends object>(
  gate: GateDefinition<Settings, Facts>,
  settings: Settings,
  ports: Ports,
): Promise<Report<Facts>> {
  const started = ports.now();
  const nothing = await gate.spared?.(settings, ports);
  if (nothing !== undefined)
    return makeReport({ gate: gate.name, ...nothing, durationMs: ports.now() - started });
  const judge = await gate.load();
  return judge(settings, ports);
}

function overruled(values: Record<string, unknown>, section: object): string[] {
  const decided = new Map(Object.entries(section));
  return Object.keys(values).filter(
    (name) => decided.has(name) && !sameValue(decided.get(name), values[name]),
  );
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
