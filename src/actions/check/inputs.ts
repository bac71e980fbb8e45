import { inputs } from '../../kernel/settings.ts';
import { changeInputs } from '../../runner/change/inputs.ts';

export const checkInputs = inputs({
  ...changeInputs,
  comment: { ...changeInputs.comment, preset: 'true' },
});
