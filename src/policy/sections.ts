import { runsTable } from '../config/settings.ts';
import { map, name, text } from '../kernel/kinds.ts';
import { section, settings, type ValuesOf } from '../kernel/settings.ts';
import { trunkSections } from './settings.ts';

const trackerTable = settings({
  mlflow: {
    kind: text({ min: 8, max: 500 }),
    required: true,
    default: '',
    description:
      'Address of the tracking server, such as https://mlflow.example. Credentials come from MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.',
  },
  experiment: {
    kind: name,
    default: 'model-gates',
    description: 'Name of the experiment. Default: {default}.',
  },
});

export type TrackerSettings = ValuesOf<typeof trackerTable>;

/** What a policy says of more than one gate, with a default for everything. */
export const policySections = settings({
  ...runsTable,
  tracker: {
    kind: section(trackerTable),
    description:
      'Where a change that only tunes opens the run that it asks for; its evaluation before the merge is then light.',
  },
  roster: {
    kind: map(
      text({
        pattern: String.raw`^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$`,
        example: '2026-09-01',
      }),
      '^[^\u0000-\u001f]{1,200}$',
    ),
    default: {},
    description:
      'First days of people, from which the figure `first-contribution` counts: `{ ada: 2026-09-01 }`, by login, or by name or address in git.',
  },
  ...trunkSections,
});
