import { inputs } from '../../kernel/settings.ts';
import { changeInputs, suggestInputs } from '../../runner/change/inputs.ts';

export const checkInputs = inputs({
  ...changeInputs,
  ...suggestInputs,
  comment: { ...changeInputs.comment, preset: 'true' },
});
