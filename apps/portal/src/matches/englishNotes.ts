import type { NameOf } from '../api/city.js';
import { plainYuan } from '../design/amounts.js';
import type { MatchNoteCode } from '../gql/graphql.js';
import { some } from '../i18n/some.js';

type Facts = readonly string[];

/** What the page calls the things that facts name. */
export interface Named {
  readonly nameOf: NameOf;
  /** Of CooperationMode. */
  readonly modes: Readonly<Record<string, string>>;
}

const money = (fen = ''): string => `CNY ${plainYuan(Number(fen))}`;
const rights = (count = ''): string => (count === '1' ? 'right' : 'rights');
const people = (count = ''): string => some(count, 'person', 'people');
const readiness = ([level = '']: Facts, { nameOf }: Named): string =>
  `The result is at readiness level ${level} (${nameOf('trlLevels', level, level)})`;
const asking = ([floor]: Facts): string => `The result asks from ${money(floor)}`;

/** What the server says of a part of a score in Chinese, in English; the compiler holds it to every code. */
const SAYINGS: Readonly<Record<MatchNoteCode, (facts: Facts, named: Named) => string>> = {
  SAME_CLUSTER: ([code = ''], { nameOf }) => `Both are in the cluster ${nameOf('clusters', code, code)}`,
  SERVES_CLUSTER: ([code = ''], { nameOf }) => `Serves the cluster ${nameOf('clusters', code, code)}`,
  SAME_FIELD: ([code = ''], { nameOf }) => `Both are in the field ${nameOf('techFields', code, code)}`,
  OTHER_FIELD: () => 'The technical fields differ',
  OTHER_CLUSTER: () => 'The clusters differ',
  CLUSTER_AND_FIELD_UNSAID: () => 'One side names neither cluster nor field',
  FIELD_UNSAID: () => 'One side names no technical field',

  TEXT_CLOSE: () => 'The contents are closely related',
  TEXT_RELATED: () => 'The contents are related',
  TEXT_PARTLY: () => 'The contents have something in common',
  TEXT_FAINTLY: () => 'The contents have little in common',

  COOPERATION_UNSAID: () => 'One side leaves the kind of cooperation open',
  COOPERATION_COMMON: (facts, { modes }) =>
    `Both take: ${facts.map((mode) => modes[mode] ?? mode).join(', ')}`,
  COOPERATION_NEAR: () => 'The kinds of cooperation differ but are close; it can be talked about',
  COOPERATION_OTHER: () => 'The two want different kinds of cooperation',
  COOPERATION_TAKEN: () => 'The expert takes the kind of cooperation the need asks for',
  COOPERATION_TO_AGREE: () => 'The kinds of cooperation differ and have to be agreed on',

  COOPERATION_BY_RIGHT: () => 'The need takes a transfer or a licence',
  COOPERATION_ORDINARY_ALONE: () => 'While the open licence stands, only ordinary licences are granted',

  READINESS_UNSAID: () => 'The result does not say its readiness',
  READINESS_FREE: (facts, named) => `${readiness(facts, named)}; such needs take any`,
  READINESS_BELOW: (facts, named) => `${readiness(facts, named)}; it still needs development before use`,
  READINESS_ABOVE: (facts, named) => `${readiness(facts, named)}, riper than needed`,
  READINESS_FITS: (facts, named) => `${readiness(facts, named)}, as the need wants it`,

  PRICE_NEGOTIABLE: () => 'The price of the result is negotiable',
  PRICE_UNSAID: () => 'The result names no price',
  BUDGET_OPEN: (facts) => `${asking(facts)}; the budget is negotiable`,
  PRICE_WITHIN: (facts) => `${asking(facts)}, within the budget of ${money(facts[1])}`,
  PRICE_ABOVE: (facts) => `${asking(facts)}, above the budget of ${money(facts[1])}`,

  PLACE_UNSAID: () => 'One side does not say where it is',
  SAME_DIVISION: ([code = ''], { nameOf }) => `Both are in ${nameOf('divisions', code, code)}`,
  SAME_CITY: () => 'Both are in the same city',
  SAME_PROVINCE: () => 'Both are in the same province',
  OTHER_PROVINCE: () => 'The two are in different provinces',
  OTHER_CITY: () => 'The two are in different cities',

  RIGHTS_NONE: () => 'The result names no intellectual property',
  RIGHTS_LAPSED: () => 'All intellectual property of the result has lapsed',
  RIGHTS_APPLIED: () => 'The intellectual property of the result is applied for',
  RIGHTS_ENDING: ([day = '']) => `All intellectual property of the result ends by ${day}`,
  RIGHTS_IN_FORCE: ([count = '']) => `The result has ${count} ${rights(count)} in force`,

  PATENT_OPEN_TO_ALL: () => 'The patent is openly licensed, on the terms that were announced',
  PATENT_GRANTED: ([day = '']) => `The patent is granted and in force until ${day}`,
  PATENT_PENDING: () => 'The patent is not granted yet; its claims may change',

  HISTORY_NONE: () => 'Nobody has given a verdict yet',
  HISTORY_SAID: ([total = '', useful = '']) => `${people(total)} gave a verdict, ${useful} found it useful`,

  TIME_OPEN: () => 'The need sets no date',
  TIME_PAST: ([day = '']) => `The date the need wanted, ${day}, has passed`,
  TIME_UNCERTAIN: ([day = '']) => `The need wants it by ${day}; the result does not say its readiness`,
  TIME_READY: ([day = '']) => `The result is ready and can be delivered by ${day}`,
  TIME_ENOUGH: ([day = '']) => `By its readiness, the result can be done by ${day}`,
  TIME_SHORT: ([day = '']) => `${day} is near; the result may not be ready by then`,
  TAKES_INVITATIONS: () => 'Takes invitations',
  LITTLE_TIME: () => 'Has little time',
  NO_INVITATIONS: () => 'Takes no invitations at present',
};

export const noteInEnglish = (code: MatchNoteCode, facts: Facts, named: Named): string =>
  SAYINGS[code](facts, named);
