/** Several answers to one question are several rows, and one id: what is asked for, counted and drawn is the question. */

const repetition = /\/(?:epoch|trial|repeat) [^/]+$/;

/** The id without what tells its repetitions apart. */
export function questionOf(id: string): string {
  return id.includes('/') ? id.replace(repetition, '') : id;
}

/** The questions of the samples, in their order. */
export function questionsOf(ids: Iterable<string>): Set<string> {
  const questions = new Set<string>();
  for (const id of ids) questions.add(questionOf(id));
  return questions;
}
