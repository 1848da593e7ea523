import { toHalfWidth } from '@jihui/kernel';
import { FULL_FIT } from '@jihui/proofs';

/** What the expert bank says of an expert's field. */
export interface Field {
  readonly keywords: readonly string[];
  readonly techFields: readonly string[];
  readonly clusters: readonly string[];
}

/** What a bid is about, as far as an expert's field is held against it. */
export interface Subject {
  readonly techField: string | null;
  readonly cluster: string | null;
  /** What the bidder wrote of the way to the indicators. */
  readonly text: string;
}

/** Parts of a full match: what the expert calls the own field counts most, since it alone tells bids of one call apart. */
const KEYWORDS = 600;
const FIELD = 200;
const CLUSTER = FULL_FIT - KEYWORDS - FIELD;
/** More keywords than these make nobody fitter. */
const BEST = 3;

/** How near a bid is to an expert's field, 0 to `FULL_FIT`, by facts of the expert bank alone: keywords, field, cluster. */
export function fitOf(
  { keywords, techFields, clusters }: Field,
  { techField, cluster, text }: Subject,
): number {
  const written = plain(text);
  const found = keywords.map((keyword) => partFound(plain(keyword), written)).sort((a, b) => b - a);
  const best = found.slice(0, BEST).reduce((sum, part) => sum + part, 0);
  return (
    Math.floor((KEYWORDS * best) / BEST) +
    (techField !== null && techFields.includes(techField) ? FIELD : 0) +
    (cluster !== null && clusters.includes(cluster) ? CLUSTER : 0)
  );
}

const plain = (text: string): string => toHalfWidth(text).toLowerCase().replace(/\s+/gu, '');

/** What part of a keyword's pairs of characters stand in the text: 等温锻造 is half found where 锻造 is. */
function partFound(keyword: string, text: string): number {
  const characters = [...keyword];
  if (characters.length < 2) return 0;
  const pairs = characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
  return pairs.filter((pair) => text.includes(pair)).length / pairs.length;
}
