import {
  type ConfigDocument,
  type ConfigSettings,
  type FileJudgement,
  judgeConfigFile,
  knownFaults,
  type JudgeInput,
  readDocument,
  standingFaults,
  unreadableDocument,
} from '../index.ts';
import { dialectOf } from '../../documents/dialect.ts';
import { verdictOf, type Finding } from '../../report/model.ts';
import { configRules } from '../rules/rules.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { FileTree, Ports } from '../../ports/index.ts';
import type { Around } from './around.ts';
import type { ComposedRuns } from './composed.ts';
import { type JudgeContext, withoutRegistry } from './context.ts';
import type { SelectedFile } from './select.ts';
import { sharedTrees } from './shared-trees.ts';

/** What a config is held against beside itself: what lies around it, and the runs that it is a part of. */
export interface Beside {
  readonly around: Around;
  readonly composed: ComposedRuns;
}

/** Judges one config, as it stands at head, against what it was and what lies around it. */
export async function judgeFile(
  { path, basePath, isListed, isOfFolder }: SelectedFile,
  gathered: JudgeContext,
  { change }: Ports,
  { around, composed }: Beside,
): Promise<FileJudgement> {
  const { settings } = gathered;
  const context = isOfFolder === true ? withoutRegistry(gathered) : gathered;
  const ofHead = contentOf(sharedTrees(change).head, path);
  const [now, before] = await Promise.all([ofHead, contentBefore(change, { path, basePath }, ofHead)]);
  if (now === undefined) throw new Error(`${path} is listed and yet not there`);
  const head = documentOf(now, path, settings);
  // most configs that are judged because the registry changed are what they were
  const isSame = before !== undefined && basePath === path && isEqual(before, now, isListed);
  const base = isSame ? head : before && documentOf(before, basePath ?? path, settings);
  const isFragment = composed.fragments.has(path);
  const besides = await around.of(head);
  const input = { head, ...context, ...besides, isFragment, ...(base === undefined ? {} : { base }) };
  const alone = judgeConfigFile(input);
  const judgement = { ...alone, change: composed.changes.get(path) ?? alone.change };
  // a file that someone named is judged for its own sake
  if (isSame) return settings.only === undefined ? leftAsItIs(judgement, input) : judgement;
  const judged = base === undefined ? judgement : withKnown(judgement, input, [before, now]);
  if (before === undefined || before instanceof Uint8Array || !(now instanceof Uint8Array)) return judged;
  return { ...judged, findings: [...judged.findings, unknownBefore(path, before)] };
}

/** All of it counts as new then, which must not pass for what the change did. */
function unknownBefore(file: string, { message, help }: Refused): Finding {
  const rule = configRules['base-unreadable'];
  return rule.finding({
    file,
    message: `what it was at the merge base cannot be read, so all of it is shown as new: ${message}`,
    help: help ?? rule.fix,
  });
}

/** What the change did not bring says so. The merge base is only judged where there is something to say. */
function withKnown(
  judgement: FileJudgement,
  { base, besides: _ofHead, ...rest }: JudgeInput,
  [before, now]: readonly [Content | undefined, Content],
): FileJudgement {
  if (base === undefined || verdictOf(judgement.findings) === 'pass') return judgement;
  const atBase = judgeConfigFile({ ...rest, head: base });
  const findings = knownFaults(
    { findings: judgement.findings, lines: linesOf(now) },
    { findings: atBase.findings, lines: linesOf(before) },
  );
  return { ...judgement, findings };
}

function linesOf(content: Content | undefined): string[] {
  return content instanceof Uint8Array ? new TextDecoder().decode(content).split(/\r\n?|\n/) : [];
}

/** A config that is only judged because the registry or the schema changed. */
function leftAsItIs(judgement: FileJudgement, input: JudgeInput & JudgeContext): FileJudgement {
  if (verdictOf(judgement.findings) === 'pass') return judgement;
  const { baseRegistry: registry, schema, isSchemaOfBase, registry: _new, schema: _any, ...rest } = input;
  const atBase = judgeConfigFile({
    ...rest,
    ...(registry === undefined ? {} : { registry }),
    ...(schema === undefined || !isSchemaOfBase ? {} : { schema }),
  });
  return { ...judgement, findings: standingFaults(judgement.findings, atBase.findings) };
}

/** Why there are no bytes: a link to nowhere, a submodule, a file that is too large. */
interface Refused {
  readonly message: string;
  readonly help: string | undefined;
}

type Content = Uint8Array | Refused;

/** Where files are compared with nothing, both sides are one. */
function contentBefore(
  { base, head }: Ports['change'],
  { path, basePath }: { readonly path: string; readonly basePath: string | undefined },
  ofHead: Promise<Content | undefined>,
): Promise<Content | undefined> | undefined {
  if (basePath === undefined) return undefined;
  return base === head && basePath === path ? ofHead : contentOf(base, basePath);
}

/** One file that cannot be read leaves the others to be judged. */
async function contentOf(tree: FileTree, path: string): Promise<Content | undefined> {
  try {
    return await tree.read(path);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { message: error.message.replace(` (${tree.name})`, ''), help: error.help };
  }
}

/** What cannot be read is the same only where the change does not name it. */
function isEqual(before: Content, now: Content, isListed: boolean): boolean {
  if (before instanceof Uint8Array && now instanceof Uint8Array) return Buffer.compare(before, now) === 0;
  if (before instanceof Uint8Array || now instanceof Uint8Array) return false;
  return !isListed && before.message === now.message;
}

function documentOf(content: Content, path: string, settings: ConfigSettings): ConfigDocument {
  const options = { file: path, dialect: dialectOf(path, settings) };
  if (content instanceof Uint8Array) return readDocument(content, options);
  return unreadableDocument(options, content.message, content.help);
}
