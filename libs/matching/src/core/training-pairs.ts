/** What a listing says, as far as every signed-in person may read it. */
export interface ListingText {
  readonly title: string;
  readonly keywords: readonly string[];
  readonly body: string;
}

/** How two people's listings came together; what a model learns most from. */
export type OutcomeKind = 'USEFUL' | 'ACCEPTED' | 'SIGNED' | 'CONTRACTED';

export interface TextPair {
  readonly left: string;
  readonly right: string;
}

/** How often a pair is seen in training; a listing's own texts are seen once. */
const REPEATED: Readonly<Record<OutcomeKind, number>> = { USEFUL: 3, ACCEPTED: 3, SIGNED: 4, CONTRACTED: 6 };
/** Passages of one listing that are taken, so that long ones do not outweigh the others. */
const PASSAGES = 4;
/** Characters of a passage, about; sentences are kept whole. */
const PASSAGE = 120;
/** Of a shorter title the halves say too little. */
const SHORTEST_HALF = 4;

/**
 * Texts of one listing that speak of the same: passages and keywords with the title, both halves of the title; where there
 * is no title, neighbouring passages.
 */
export function ownPairs({ title, keywords, body }: ListingText): TextPair[] {
  const passages = passagesOf(body);
  if (title.trim() === '')
    return passages.slice(0, PASSAGES).flatMap((left, at) => {
      const right = passages[at + 1];
      return right === undefined ? [] : [{ left, right }];
    });
  const middle = Math.floor(title.length / 2);
  return [
    ...(keywords.length > 0 ? [{ left: keywords.join(' '), right: title }] : []),
    ...passages.slice(0, PASSAGES).map((left) => ({ left, right: title })),
    ...(middle >= SHORTEST_HALF ? [{ left: title.slice(0, middle), right: title.slice(middle) }] : []),
  ];
}

/** Both texts of a pair that people brought together, as often as its outcome is worth. */
export function outcomePairs(need: ListingText, result: ListingText, kind: OutcomeKind): TextPair[] {
  const left = `${need.title}\n${passagesOf(need.body)[0] ?? ''}`;
  return Array.from({ length: REPEATED[kind] }, () => ({ left, right: result.title }));
}

const SENTENCE = /[^。；！？;!?\n]+[。；！？;!?\n]*/gu;

/** The text in passages of whole sentences. */
export function passagesOf(text: string): string[] {
  const passages: string[] = [];
  let passage = '';
  for (const [sentence] of text.matchAll(SENTENCE)) {
    if (passage !== '' && passage.length + sentence.length > PASSAGE) {
      passages.push(passage);
      passage = '';
    }
    passage += sentence.slice(0, 2 * PASSAGE);
  }
  return [...passages, passage].map((one) => one.trim()).filter((one) => one.length >= SHORTEST_HALF);
}

/**
 * Whether a need's outcomes are kept from training, so that models can be compared on them: every fourth, always the
 * same ones.
 */
export function isHeldOut(needId: string): boolean {
  // The last digits of an id are random.
  return parseInt(needId.replaceAll('-', '').slice(-6), 16) % 4 === 0;
}
