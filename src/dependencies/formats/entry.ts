import { defaultSource } from '../source.ts';
import type { Artifact, LockEntry } from '../model.ts';
import { normaliseName } from '../../pep440/names.ts';
import { type Spot, entrySpots, start } from './places.ts';

/** A lock entry with the fields that are the same nearly everywhere filled in. */
export function entryAt(name: string, spot: Spot, fields: Partial<LockEntry>): LockEntry {
  const { line, column } = spot;
  return {
    name: normaliseName(name.slice(0, longest)),
    source: defaultSource,
    own: false,
    environment: '',
    markers: [],
    needs: [],
    artifacts: noArtifacts,
    line,
    column,
    ...fields,
    ...(fields.source?.kind === 'conda' &&
      normaliseName(name) !== name && { spelling: name.slice(0, longest) }),
    ...(fields.version === undefined ? {} : { version: fields.version.slice(0, longest) }),
  };
}

/** Names and versions that are longer are hostile; they are cut, so that a report stays readable. */
const longest = 300;

const noArtifacts = (): readonly Artifact[] => [];

/** Spots of TOML's array-of-tables entries at their `version` keys; starts of the file when the count does not fit. */
export function tableSpots(text: string, table: string, count: number): (index: number) => Spot {
  const header = new RegExp(`^\\s*\\[\\[\\s*${table}\\s*\\]\\]`);
  const spots = entrySpots(text, (line) => line.includes('[[') && header.test(line), /^\s*version\s*=\s*/);
  return (index) => (spots.length === count ? spots[index] : undefined) ?? start;
}
