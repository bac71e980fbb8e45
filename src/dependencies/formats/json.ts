import { type Parsed, unreadable } from '../model.ts';
import { conflictMarker } from './conflict-marker.ts';

export type JsonRead =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly parsed: Parsed };

export function readJson(text: string): JsonRead {
  try {
    return { ok: true, data: JSON.parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    return {
      ok: false,
      parsed: conflictMarker(text) ?? unreadable('not JSON: it ends too early or contains a syntax error'),
    };
  }
}
