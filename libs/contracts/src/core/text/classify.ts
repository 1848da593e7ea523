import { CONTRACT_SUBCLASSES, isCode } from '@jihui/kernel';
import { CUES, OBJECTS, type Cue } from './cues.js';
import { labelAt, quoteOf, type Passages } from './passages.js';
import type { Place } from './place.js';

/** Words of the text that speak for the suggested class. */
export interface Evidence {
  readonly why: string;
  readonly place: Place;
  readonly clause: string;
  readonly quote: string;
}

/** 类别建议. It is never taken over by itself, and the registrar decides by the rights and duties, not by it. */
export interface ClassSuggestion {
  /** 1–5, or 0 where the text speaks for no technical contract. */
  readonly contractClass: string;
  /** Null with class 0. */
  readonly subclass: string | null;
  /** How clearly the text speaks for it against the next class: 0–100. */
  readonly clarity: number;
  /** The strongest first. */
  readonly evidence: readonly Evidence[];
  /** Scores of the classes, for who wants to know. */
  readonly scores: Readonly<Record<string, number>>;
}

/** A cue counts once in full, and a little more for each time it comes again: long texts repeat themselves. */
const REPEATS = 4;
const REPEAT_SHARE = 0.15;
const MOST_EVIDENCE = 8;
/** Less than this says nothing at all. */
const LEAST = 5;

interface Hit {
  readonly cue: Cue;
  readonly start: number;
  readonly end: number;
  readonly times: number;
}

function hitsIn(text: string): readonly Hit[] {
  return CUES.flatMap((cue): Hit[] => {
    let first: RegExpExecArray | undefined;
    let times = 0;
    for (const found of text.matchAll(cue.words)) {
      first ??= found;
      times += 1;
      if (times > REPEATS) break;
    }
    return first === undefined
      ? []
      : [{ cue, start: first.index, end: first.index + first[0].length, times }];
  });
}

const weight = ({ cue, times }: Hit): number => cue.points * (1 + REPEAT_SHARE * (times - 1));

const scoreOf = (hits: readonly Hit[], of: (speaksFor: string) => boolean): number =>
  hits.filter(({ cue }) => of(cue.speaksFor)).reduce((sum, hit) => sum + weight(hit), 0);

const CLASSES = ['0', '1', '2', '3', '4', '5'] as const;

/** The subclass of a transfer or a licence by what it disposes of. */
function byObject(text: string, kind: 'transfer' | 'licence'): string {
  const weighed = OBJECTS.map((object) => {
    const times = [...text.matchAll(object.words)].length;
    return { code: object[kind], weight: times === 0 ? 0 : object.points * (1 + Math.log2(times)) };
  });
  const best = weighed.reduce((top, next) => (next.weight > top.weight ? next : top));
  return best.weight > 0 ? best.code : kind === 'transfer' ? '29' : '39';
}

function subclassOf(contractClass: string, hits: readonly Hit[], text: string): string | null {
  const points = (code: string): number => scoreOf(hits, (speaksFor) => speaksFor === code);
  switch (contractClass) {
    case '1':
      return points('12') > points('11') ? '12' : '11';
    case '2':
      return points('28') > 0 ? '28' : byObject(text, 'transfer');
    case '3':
      return byObject(text, 'licence');
    case '4':
      return '40';
    case '5':
      return (['52', '53', '51'] as const).reduce((best, code) =>
        points(code) > points(best) ? code : best,
      );
    default:
      return null;
  }
}

/** What kind of contract the text speaks for; null where it says nothing. */
export function suggestClass(passages: Passages): ClassSuggestion | null {
  const { text } = passages.flow;
  const hits = hitsIn(text);
  const scores = Object.fromEntries(
    CLASSES.map((code) => [code, scoreOf(hits, (speaksFor) => speaksFor.startsWith(code))]),
  );
  const ranked = CLASSES.map((code) => ({ code, score: scores[code] ?? 0 })).toSorted(
    (a, b) => b.score - a.score,
  );
  const [best, second] = ranked;
  if (best === undefined || best.score < LEAST) return null;
  const subclass = subclassOf(best.code, hits, text);
  const evidence = hits
    .filter(({ cue }) => cue.speaksFor.startsWith(best.code))
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, MOST_EVIDENCE)
    .map(({ cue, start, end }): Evidence => {
      const place = passages.flow.place(start, end);
      return {
        why: cue.why,
        place,
        clause: labelAt(passages, place),
        quote: quoteOf(passages, start, end),
      };
    });
  return {
    contractClass: best.code,
    subclass: subclass !== null && isCode(CONTRACT_SUBCLASSES, subclass) ? subclass : null,
    clarity: Math.round((100 * (best.score - (second?.score ?? 0))) / best.score),
    evidence,
    scores,
  };
}
