import { Unreadable, unreadable } from '../yaml/problem.ts';
import type { Reading } from '../yaml/reading.ts';
import { Json5Reader } from './json5.ts';
import { JsonReader } from './reader.ts';

/** JSON as Python's `json.load` reads it: NaN, Infinity, integers exact, the last of a repeated key. */
export function readJson(text: string, grammar: 'json' | 'json5' = 'json'): Reading {
  try {
    if (text.startsWith('\uFEFF')) throw unreadable(byteOrderMark, 0, 1, 'save the file without it');
    const reader = grammar === 'json' ? new JsonReader(text) : new Json5Reader(text);
    return { ...reader.document(), text, padding: new Map() };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { root: undefined, problems: [error.problem], text, padding: new Map() };
  }
}

const byteOrderMark = "the file starts with a byte order mark: Python's json refuses it";
