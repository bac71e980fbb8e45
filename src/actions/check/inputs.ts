import { changeInputs, suggestInputs } from '#lib/change';
import { inputs } from '../../kernel/settings.ts';

export const checkInputs = inputs({
  ...changeInputs,
  ...suggestInputs,
  comment: { ...changeInputs.comment, preset: 'true' },
});
