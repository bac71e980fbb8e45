import type { GateName } from './gate-names.ts';
import type { ConfigSettings } from '../config/index.ts';
import type { DependencySettings } from '../dependencies/index.ts';
import type { RegressionSettings } from '../regression/index.ts';
import {
  type VersioningSettings,
  branchDefaults,
  hotfixDefaults,
  nobody,
  planDefaults,
  sweepDefaults,
  type BranchSettings,
  type Entitled,
  type ExemptionRule,
  type HotfixSettings,
  type PlanSettings,
  type SweepSettings,
} from './settings.ts';

/** The policy as written: what it does not say is left to inputs and defaults. */
export interface Policy {
  readonly trunk?: string;
  /** `false` turns a gate off; the report says so each time. */
  readonly gates: Readonly<Partial<Record<GateName, boolean>>>;
  readonly config: Partial<ConfigSettings>;
  readonly dependencies: Partial<DependencySettings>;
  readonly regression: Partial<RegressionSettings>;
  readonly versioning: Partial<VersioningSettings>;
  readonly plan: PlanSettings;
  readonly exemptions: readonly ExemptionRule[];
  readonly hotfix: HotfixSettings;
  readonly branches: BranchSettings;
  readonly sweep: SweepSettings;
}

export const policyPath = '.github/model-gates.yml';

export const emptyPolicy: Policy = {
  gates: {},
  config: {},
  dependencies: {},
  regression: {},
  versioning: {},
  plan: planDefaults,
  exemptions: [],
  hotfix: hotfixDefaults,
  branches: branchDefaults,
  sweep: sweepDefaults,
};

/** The policy of a document that `schema/policy.schema.json` accepts; `null` (an empty file) is the empty policy. */
export function policyOf(value: unknown): Policy {
  if (!isRecord(value)) return emptyPolicy;
  const trunk = value['trunk'];
  return {
    ...(typeof trunk === 'string' ? { trunk } : {}),
    gates: isRecord(value['gates']) ? value['gates'] : {},
    config: settingsOf<ConfigSettings>(value['config']),
    dependencies: settingsOf<DependencySettings>(value['dependencies']),
    regression: settingsOf<RegressionSettings>(value['regression']),
    versioning: settingsOf<VersioningSettings>(value['versioning']),
    plan: { ...planDefaults, ...settingsOf<PlanSettings>(value['plan']) },
    exemptions: Array.isArray(value['exemptions']) ? value['exemptions'].map(exemptionOf) : [],
    hotfix: hotfixOf(value['hotfix']),
    branches: { ...branchDefaults, ...settingsOf<BranchSettings>(value['branches']) },
    sweep: { ...sweepDefaults, ...settingsOf<SweepSettings>(value['sweep']) },
  };
}

/** Nobody may grant it, and it lifts nothing, where the file does not say who and what. */
function exemptionOf(value: unknown): ExemptionRule {
  const { by, ...given } = settingsOf<ExemptionRule>(value);
  return {
    label: '',
    gates: [],
    authorMay: false,
    reasonRequired: true,
    sticky: false,
    effect: 'lift',
    ...given,
    by: entitledOf(by),
  };
}

function hotfixOf(value: unknown): HotfixSettings {
  const { releaseManagers, ...given } = settingsOf<HotfixSettings>(value);
  return { ...hotfixDefaults, ...given, releaseManagers: entitledOf(releaseManagers) };
}

function entitledOf(value: unknown): Entitled {
  return { ...nobody, ...settingsOf<Entitled>(value) };
}

/** Section keys are kebab-case in the file and camelCase in code; the schema has checked names and types. */
function settingsOf<Settings>(section: unknown): Partial<Settings> {
  if (!isRecord(section)) return {};
  const entries = Object.entries(section).map(([key, value]) => [camelCase(key), value] as const);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema has accepted it
  return Object.fromEntries(entries) as Partial<Settings>;
}

/** `on-inconclusive` → `onInconclusive`. */
export function camelCase(key: string): string {
  return key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
