/** Answers about versions, kept between runs for as long as they may be taken for new. */
import { isRecord } from '../../kernel/record.ts';
import type { Ports } from '../../ports/index.ts';

const name = 'advisories.json';
const freshMs = 6 * 3_600_000;
/** Of more answers the oldest go. */
const mostAnswers = 2000;

interface Answer {
  readonly at: number;
  readonly value: unknown;
}

export interface Answers {
  /** `undefined`: it was not asked, or too long ago. */
  get(question: string): unknown;
  set(question: string, value: unknown): void;
  /** Once all is asked. */
  save(): Promise<void>;
}

export async function openAnswers({ cache, now }: Pick<Ports, 'cache' | 'now'>): Promise<Answers> {
  const known = new Map(Object.entries(readAnswers(await cache?.read(name))));
  const isFresh = ({ at }: Answer): boolean => at <= now() && now() - at < freshMs;
  let isChanged = false;
  return {
    get: (question) => {
      const found = known.get(question);
      return found !== undefined && isFresh(found) ? found.value : undefined;
    },
    set: (question, value) => {
      isChanged = true;
      known.set(question, { at: now(), value });
    },
    save: async () => {
      if (!isChanged) return;
      const left = [...known].filter(([, one]) => isFresh(one)).toSorted(([, a], [, b]) => b.at - a.at);
      await cache?.write(name, JSON.stringify(Object.fromEntries(left.slice(0, mostAnswers))));
    },
  };
}

function readAnswers(text: string | undefined): Readonly<Record<string, Answer>> {
  try {
    const data: unknown = JSON.parse(text ?? '{}');
    const entries = isRecord(data) ? Object.entries(data) : [];
    return Object.fromEntries(
      entries.flatMap(([question, one]) =>
        isRecord(one) && typeof one['at'] === 'number'
          ? [[question, { at: one['at'], value: one['value'] }]]
          : [],
      ),
    );
  } catch {
    return {};
  }
}
