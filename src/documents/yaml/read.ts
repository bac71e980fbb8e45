import type { Dialect } from '../dialect.ts';
import * as fullYaml from './full.ts';
import type { Reading } from './reading.ts';
import { readSimple } from './simple.ts';

const noPadding: Reading['padding'] = new Map();

/** A YAML document as the dialect's reader would contain it; `root` undefined where it would refuse the text. */
export function readYaml(source: string, dialect: Dialect): Reading {
  const root = readSimple(source, dialect);
  if (root === undefined) return fullYaml.readFully(source, dialect);
  return { root, problems: [], text: source, padding: noPadding };
}
