import { type Found, made, madeConfig, none, pythonText, Skipped, textNode } from './literal.ts';
import { type Element, parseElement } from './parse.ts';

/** What a resolver may ask of the document around it. */
export interface Surroundings {
  /** What stands at a key, `undefined` where nothing does, or where it is missing (`???`). */
  select(key: string): Found | undefined;
  evaluate(element: Element): Found;
}

type Resolver = (args: readonly Found[], around: Surroundings) => Found;

/** OmegaConf's own resolvers, as far as a file alone can tell what they give (resolvers/oc). */
export const resolvers: ReadonlyMap<string, Resolver> = new Map([
  ['oc.env', environment],
  ['oc.select', select],
  ['oc.decode', decode],
  ['oc.create', create],
  ['oc.deprecated', deprecated],
  ['oc.dict.keys', keys],
]);

function checkCount(args: readonly Found[], most: number): void {
  if (args.length === 0 || args.length > most)
    throw new Skipped('the resolver takes another number of arguments');
}

function keyOf([key]: readonly Found[]): string {
  if (key?.node.type !== 'str') throw new Skipped('the key is not text');
  return key.node.value;
}

/** The environment is that of the training; the default is what the file says of it: text, but for null. */
function environment(args: readonly Found[]): Found {
  checkCount(args, 2);
  const name = keyOf(args);
  const fallback = args[1]?.node;
  if (fallback === undefined)
    throw new Skipped(`the environment variable ${name.slice(0, 60)} has no default here`);
  return made(fallback.type === 'NoneType' ? none : textNode(pythonText(fallback)));
}

/** Without a default OmegaConf gives None; but a file that this one is merged with may well set it. */
function select(args: readonly Found[], around: Surroundings): Found {
  checkCount(args, 2);
  const found = around.select(keyOf(args)) ?? args[1];
  if (found !== undefined) return found;
  throw new Skipped(`oc.select finds no ${keyOf(args).slice(0, 60)} in this file`);
}

function deprecated(args: readonly Found[], around: Surroundings): Found {
  checkCount(args, 2);
  return around.select(keyOf(args)) ?? notFound(args);
}

function notFound(args: readonly Found[]): never {
  throw new Skipped(`${keyOf(args).slice(0, 60)} names nothing in this file`);
}

function decode(args: readonly Found[], around: Surroundings): Found {
  checkCount(args, 1);
  if (args[0]?.node.type === 'NoneType') return made(none);
  const element = parseElement(keyOf(args));
  if (element === undefined) throw new Skipped('oc.decode cannot read its text');
  return around.evaluate(element);
}

/** A literal is a config as it stands. */
function create(args: readonly Found[]): Found {
  checkCount(args, 1);
  const [literal] = args;
  const isContainer = literal?.node.type === 'dict' || literal?.node.type === 'list';
  if (literal === undefined || !isContainer || literal.path !== undefined)
    throw new Skipped('oc.create makes a config of what is not a literal');
  return madeConfig(literal.node);
}

function keys(args: readonly Found[], around: Surroundings): Found {
  checkCount(args, 1);
  const { node } = around.select(keyOf(args)) ?? notFound(args);
  if (node.type !== 'dict') throw new Skipped(`${keyOf(args).slice(0, 60)} is not a mapping`);
  const items = [...node.entries.values()].map(({ key }) => key);
  return madeConfig({ type: 'list', items, start: 0, end: 0 });
}
