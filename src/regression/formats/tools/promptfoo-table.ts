/** promptfoo's `--output out.csv`: a line for each test, its variables first, then a column `[provider] prompt` with the output. */
import type { RowDialect } from '../row-dialect.ts';
import type { Row } from '../own-fields.ts';
import { statusOfFailure } from '../status-fields.ts';
import { dialectOf, hasFields, textAt, type Answer } from './tool.ts';

export const promptfooTable: RowDialect = dialectOf({
  name: 'promptfoo table',
  matches: (row) => {
    const names = Object.keys(row).filter(isOutput);
    return (
      names.length > 0 &&
      (hasFields(row, 'Status', 'Score') || names.some((name) => gradeIn(row, name) !== undefined))
    );
  },
  answers(row) {
    const names = Object.keys(row).filter(isOutput);
    const vars = Object.fromEntries(Object.entries(row).slice(0, Object.keys(row).indexOf(names[0] ?? '')));
    const graded = hasFields(row, 'Status', 'Score') ? names.slice(0, 1) : names;
    return graded.map((name, at): Answer => ({
      // Several prompts of one test are several answers to the same variables.
      input: graded.length > 1 ? { ...vars, 'prompt of the table': at } : vars,
      ...gradedBy(row, name),
    }));
  },
});

function isOutput(name: string): boolean {
  return /^\[[^\]]+\] /.test(name);
}

/** Before it had columns of its own the grade stood before the output. */
function gradeIn(row: Row, name: string): string | undefined {
  return /^\[(PASS|FAIL|ERROR)\]/.exec(textAt(row, name) ?? '')?.[1];
}

function gradedBy(row: Row, name: string): Pick<Answer, 'scores' | 'status'> {
  const grade = textAt(row, 'Status') ?? gradeIn(row, name);
  const metrics = Object.entries(row).filter(
    ([column, value]) => column.startsWith('Metric: ') && value !== '',
  );
  return {
    scores: {
      score: textAt(row, 'Score') ?? grade === 'PASS',
      pass_rate: grade === 'PASS',
      ...Object.fromEntries(metrics.map(([column, value]) => [column.slice('Metric: '.length), value])),
    },
    status: grade === 'ERROR' ? (statusOfFailure(textAt(row, name)) ?? 'error') : undefined,
  };
}
