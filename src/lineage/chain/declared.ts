/** How a declared change of what the model is fed reads. */
import type { DeclaredChange } from '../record/model.ts';

const most = 3;

/** `declared: pixel_values resampling (commit 1a2b3c4d)`; empty where nothing is. */
export function declaredText(declared: readonly DeclaredChange[]): string {
  if (declared.length === 0) return '';
  const told = declared
    .slice(0, most)
    .map(({ tensor, kind, where }) => `${tensor} ${kind}${where === undefined ? '' : ` (${where})`}`);
  const more = declared.length > most ? ` and ${declared.length - most} more` : '';
  return `declared: ${told.join(', ')}${more}`;
}
