import { composeRules } from './rules.ts';
import {
  type ConfigNode,
  isScalar,
  type Path,
  pathText,
  scalarText,
  type ScalarNode,
} from '../../documents/tree/node.ts';
import type { ValueChange } from '../change/classify.ts';
import type { Finding } from '../../report/model.ts';
import { placeOfNode } from './document.ts';
import type { Composed } from './hydra/compose.ts';

/** Values that differ because configs are merged in another order than before: one finding for each config that now wins. */
export function reorderedFindings(
  before: Pick<Composed, 'order'>,
  now: Ordered,
  changes: readonly ValueChange[],
): Finding[] {
  if (!isReordered(before, now)) return [];
  const told = new Map<string, Finding>();
  for (const { path, before: old, after } of changes) {
    if (old?.source === undefined || after?.source === undefined || old.source.file === after.source.file)
      continue;
    if (!overrides(after, old.source.file)) continue;
    const file = after.source.file;
    if (!told.has(file)) told.set(file, finding(now, path, old, after));
  }
  return [...told.values()];
}

interface Ordered extends Pick<Composed, 'order'> {
  readonly document: Pick<Composed['document'], 'file'>;
}

function isReordered(before: Pick<Composed, 'order'>, now: Pick<Composed, 'order'>): boolean {
  const old = before.order.map(({ file }) => file);
  const files = now.order.map(({ file }) => file).filter((file) => old.includes(file));
  const kept = old.filter((file) => files.includes(file));
  return files.some((file, index) => file !== kept[index]);
}

/** Whether a value replaced one that a file sets. */
function overrides(node: ConfigNode, file: string): boolean {
  for (let each = node.overrode; each !== undefined; each = each.overrode)
    if (each.source?.file === file) return true;
  return false;
}

function finding(now: Ordered, path: Path, old: ConfigNode, after: ConfigNode): Finding {
  const by = now.order.findLast(({ file }) => file === after.source?.file)?.by;
  const place = (by === undefined ? undefined : placeOfNode(by)) ?? placeOfNode(after);
  return composeRules['defaults-reordered'].finding({
    file: now.document.file,
    ...place,
    message: `${where(after)} now overrides ${where(old)}: ${pathText(path)} becomes ${shown(after)}, was ${shown(old)}`,
    help: 'put _self_ behind the groups to let the file override them, in front of them to let them override it',
  });
}

function where(node: ConfigNode): string {
  const place = placeOfNode(node);
  return place === undefined ? 'the command' : `${place.file ?? ''}:${place.line}`;
}

function shown(node: ConfigNode): string {
  return isScalar(node) ? scalarText(node).slice(0, 60) : `a ${node.type}`;
}

/** Texts over numbers, wherever in the run. */
export function numberFindings({ document }: Composed): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<ConfigNode>();
  const visit = (node: ConfigNode, path: Path): void => {
    if (!hasTextOverNumber(node) || seen.has(node) || findings.length >= maxFindings) return;
    seen.add(node);
    if (node.type === 'list') return node.items.forEach((item, index) => visit(item, [...path, index]));
    if (node.type === 'dict')
      for (const { name, value } of node.entries.values()) visit(value, [...path, name]);
    const old = numberBelow(node);
    if (node.type !== 'str' || old === undefined) return;
    findings.push(
      composeRules['number-overridden'].finding({
        file: document.file,
        ...placeOfNode(node),
        message: `${pathText(path)} is the text "${node.value.slice(0, 60)}" here, and ${scalarText(old)} (${old.type}) in ${where(old)}`,
      }),
    );
  };
  if (document.root !== undefined) visit(document.root, []);
  return findings;
}

const withTexts = new WeakMap<ConfigNode, boolean>();

/** Whether a text over a number stands in it: runs of one repository share most of their mappings. */
function hasTextOverNumber(node: ConfigNode): boolean {
  if (isScalar(node)) return numberBelow(node) !== undefined;
  const known = withTexts.get(node);
  if (known !== undefined) return known;
  const has =
    node.type === 'list'
      ? node.items.some(hasTextOverNumber)
      : [...node.entries.values()].some(({ value }) => hasTextOverNumber(value));
  withTexts.set(node, has);
  return has;
}

/** The number that a text which looks like one replaced. */
function numberBelow(node: ConfigNode): ScalarNode | undefined {
  if (node.type !== 'str' || !/^[-+.\d]/.test(node.value)) return undefined;
  const { overrode: old } = node;
  return old?.type === 'int' || old?.type === 'float' ? old : undefined;
}

const maxFindings = 100;
