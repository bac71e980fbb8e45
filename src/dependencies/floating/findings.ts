/** Findings about ranges that leave more open than before. */
import { depsRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { RangeChange } from '../model.ts';
import { floatConsequence } from '../moves/consequences.ts';
import { type StatedMove, moveLine, whereStated } from '../moves/intent.ts';
import type { DependencySettings } from '../settings.ts';

export interface FloatContext {
  readonly settings: DependencySettings;
  readonly stated: { readonly moves: readonly StatedMove[]; readonly bot: string | undefined };
  /** The file is not there any more. */
  readonly isGone?: boolean;
}

/** One for each range that floats from now on, unless somebody stated it or the policy lets it pass. */
export function floatFindings(changes: readonly RangeChange[], context: FloatContext): Finding[] {
  const { settings, stated, isGone = false } = context;
  if (stated.bot !== undefined) return [];
  return changes
    .filter((change) => change.floats && whereStated(asMove(change), stated.moves) === undefined)
    .flatMap((change) => floatFinding(change, settings, isGone));
}

function floatFinding(change: RangeChange, settings: DependencySettings, isGone: boolean): Finding[] {
  const { name, before, after, file, line, column } = change;
  const consequence = floatConsequence(name, settings);
  if (consequence === 'pass') return [];
  const shown = displayName(name);
  const now = isGone
    ? 'and was deleted, or has a name now under which nobody reads it'
    : after === 'none'
      ? `and nothing that ${file} reads bounds it any more`
      : `and asks for ${inWords(after)} now`;
  const finding = depsRules.floats.finding({
    severity: consequence === 'fail' ? 'error' : 'warning',
    message: `${shown} now floats: ${file} asked for ${inWords(before)} ${now}. No lock decides, so that every install may bring another one.`,
    ...(isGone ? {} : { file, line, column }),
    fix: { file: settings.allowFile, text: `${moveLine(asMove(change))}\n`, states: true },
    help: `Put the bound back (${before}), or lock what is installed. If it is meant, add the line "${moveLine(asMove(change))}" to ${settings.allowFile}.`,
  });
  return [finding];
}

function asMove({ name, before, after }: RangeChange): Parameters<typeof moveLine>[0] {
  return { name, before: [before], after: [after], beforeSources: [], afterSources: [], identity: [] };
}

function inWords(range: string): string {
  return range === 'any' ? 'any version' : range;
}

/** `image:vllm/vllm-openai` and `os:libnccl2` without their kind. */
export function displayName(name: string): string {
  return name.replace(/^(?:image|os|git):/, '');
}
