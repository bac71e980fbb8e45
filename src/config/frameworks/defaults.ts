import type { ConfigDocument } from '../../documents/document.ts';
import type { DictNode, Path } from '../../documents/tree/node.ts';
import { count } from '../../kernel/text.ts';
import type { Finding } from '../../report/model.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { judgedAs, mappingsOf } from './check.ts';
import type { FrameworkFacts, Pins } from './facts.ts';
import { placeOfVersion } from './facts.ts';
import type { Judged } from './judged.ts';
import { type OptionFacts, factsOf, optionsOf } from './options.ts';

/** Changed defaults that a message names; the rest is counted. */
const most = 5;

/** What a move of a framework changes for options that a config leaves out. */
export function defaultFindings(
  document: ConfigDocument,
  facts: FrameworkFacts,
  before: Pins,
  now: Pins,
): Finding[] {
  const findings: Finding[] = [];
  for (const { node, path } of mappingsOf(document.root)) {
    for (const judged of judgedAs(node, path, facts, now)) {
      const earlier = before.get(judged.place.package)?.version;
      const [group, another] = judged.place.groups;
      // of several classes it is not known which one is meant
      if (earlier === undefined || group === undefined || another !== undefined) continue;
      const changed = changedDefaults(node, judged, group, placeOfVersion(judged.framework, earlier));
      if (changed.length > 0) findings.push(finding(document, path, judged, earlier, changed));
    }
  }
  return findings;
}

function changedDefaults(node: DictNode, { framework, now }: Judged, group: string, was: number): string[] {
  return [...optionsOf(framework, group).keys()].flatMap((name) => {
    if (name.includes('.') || node.entries.has(name) || node.entries.has(name.replaceAll('_', '-')))
      return [];
    const spans = factsOf(framework, group, name);
    const [old, next] = [standardAt(spans, was), standardAt(spans, now)];
    if (old === undefined || next === undefined || old === next) return [];
    return [`${name} ${shown(old)} → ${shown(next)}`];
  });
}

function standardAt(spans: readonly OptionFacts[], place: number): string | undefined {
  return spans.find(({ first, last }) => first <= place && place <= last)?.standard;
}

function shown(standard: string): string {
  if (standard === 'T' || standard === 'F') return standard === 'T' ? 'true' : 'false';
  return standard.replaceAll('"', '') || '""';
}

function finding(
  document: ConfigDocument,
  path: Path,
  { place, pin }: Judged,
  earlier: string,
  changed: readonly string[],
): Finding {
  const rest = changed.length - most;
  const more = rest > 0 ? `, and ${count(rest, 'other')}` : '';
  return aroundRules['framework-default'].finding({
    file: document.file,
    ...(path.length === 0 ? {} : document.place(path, 'key')),
    message: `${place.package} ${earlier} → ${pin?.version ?? ''} changes what this config leaves out: ${changed.slice(0, most).join(', ')}${more}`,
    help: 'set what must stay as it was',
  });
}
