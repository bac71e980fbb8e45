import { createInterface } from 'node:readline/promises';

/** A person's answers, one a question; all `false` where nobody is there to ask: without a terminal no verb asks anything. */
export async function yesOrNo(
  questions: readonly string[],
  { stdin, stderr } = process as Pick<NodeJS.Process, 'stdin' | 'stderr'>,
): Promise<boolean[]> {
  if (!stdin.isTTY) return questions.map(() => false);
  const prompt = createInterface({ input: stdin, output: stderr });
  try {
    const answers: boolean[] = [];
    for (const question of questions)
      answers.push(/^y(?:es)?$/i.test((await prompt.question(`${question} [y/N] `)).trim()));
    return answers;
  } finally {
    prompt.close();
  }
}
