/**
 * Names in what experts read without knowing the bidder (匿名评审): the bidder's own organisations and people, telephone numbers and
 * mail addresses. The page that seals points them out before anything is sent; what experts are shown says a stand-in instead.
 */
export interface OwnNames {
  /** The bidder, its consortium's members, and the units of its people. */
  readonly units: readonly string[];
  readonly people: readonly string[];
}

export interface NamePlace {
  readonly kind: 'UNIT' | 'PERSON' | 'CONTACT';
  /** As it stands in the text, from and to by UTF-16 units. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** What experts read instead. */
  readonly standIn: string;
  /**
   * False for two characters in the middle of others, such as 高强 in 高强高韧: they may be a word, and are pointed out and not
   * replaced.
   */
  readonly certain: boolean;
}

/** Bounded as addresses are (RFC 5321 4.5.3.1), so that a text without one is read once, whoever wrote it and however long. */
const CONTACTS = [
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g,
  /(?<![\w.])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![\w.])/g,
  /(?<![\w.])\(?0\d{2,3}\)?[- ]?\d{7,8}(?![\w.])/g,
  // 统一社会信用代码 (GB 32100) and 公民身份号码 (GB 11643): eighteen signs, whoever they are of.
  /(?<![\w.])[\dA-HJ-NPQRTUWXY]{2}\d{6}[\dA-HJ-NPQRTUWXY]{9}[\dA-HJ-NPQRTUWXY](?![\w.])/g,
];
/** What a company's name ends with, and is left out when it is spoken of. */
const SUFFIX = /(?:股份|集团|责任)*(?:有限)?(?:责任)?公司$/;
/** Shorter than that, what is left of a company's name is a place or a word. */
const SHORTEST_UNIT = 4;

/** Every place where a name of one's own or a contact stands, in the order of the text; none overlaps another. */
export function namedIn(text: string, names: OwnNames): readonly NamePlace[] {
  const plain = plainOf(text);
  const found = [...contactsIn(text), ...keysOf(names).flatMap((key) => placesOf(text, plain, key))];
  const places: NamePlace[] = [];
  // The longer of two that overlap says more; a name that is certain goes before a word that may be one.
  const order = [...found].sort(
    (a, b) => Number(b.certain) - Number(a.certain) || b.to - b.from - (a.to - a.from) || a.from - b.from,
  );
  const taken = new Uint8Array(text.length);
  for (const place of order) {
    if (taken.subarray(place.from, place.to).includes(1)) continue;
    taken.fill(1, place.from, place.to);
    places.push(place);
  }
  return places.sort((a, b) => a.from - b.from);
}

/** The text as experts read it. */
export function withoutNames(text: string, names: OwnNames): string {
  let [read, at] = ['', 0];
  for (const { from, to, standIn, certain } of namedIn(text, names)) {
    if (!certain) continue;
    read += text.slice(at, from) + standIn;
    at = to;
  }
  return read + text.slice(at);
}

/** A name as it is looked for. */
interface Key {
  readonly kind: 'UNIT' | 'PERSON';
  readonly key: string;
  readonly standIn: string;
}

function keysOf({ units, people }: OwnNames): readonly Key[] {
  const of = (kind: Key['kind'], list: readonly string[], word: string): readonly Key[] => {
    const known = [...new Set(list.map((name) => plainOf(name).text))].filter((key) => key.length > 1);
    return known.flatMap((key, at) =>
      spellings(kind, key).map((one) => ({ kind, key: one, standIn: `〔${word}${at + 1}〕` })),
    );
  };
  return [...of('UNIT', units, '单位'), ...of('PERSON', people, '人员')];
}

function spellings(kind: Key['kind'], key: string): readonly string[] {
  const short = key.replace(SUFFIX, '');
  return kind === 'UNIT' && short !== key && short.length >= SHORTEST_UNIT ? [key, short] : [key];
}

/** Half width, small letters, no blanks: with the place in the text of each character, and the end at last. */
interface Plain {
  readonly text: string;
  readonly places: readonly number[];
}

function plainOf(text: string): Plain {
  let plain = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const said = character.normalize('NFKC').toLowerCase().replace(/\s/g, '');
    plain += said;
    for (let unit = 0; unit < said.length; unit += 1) places.push(at);
    at += character.length;
  }
  return { text: plain, places };
}

/** What stands before and after a name says whether it is one: longer than each word of `BEFORE` and `AFTER`. */
const LOOKED_AT = 8;

function placesOf(text: string, plain: Plain, { kind, key, standIn }: Key): readonly NamePlace[] {
  const places: NamePlace[] = [];
  for (let at = plain.text.indexOf(key); at >= 0; at = plain.text.indexOf(key, at + key.length)) {
    const last = plain.places[at + key.length - 1] ?? 0;
    const from = plain.places[at] ?? 0;
    const to = last + String.fromCodePoint(text.codePointAt(last) ?? 0).length;
    const [before, after] = [text.slice(Math.max(0, from - LOOKED_AT), from), text.slice(to, to + LOOKED_AT)];
    if (isPartOfWord(key, before, after)) continue;
    const certain = kind === 'UNIT' || [...key].length > 2 || standsAlone(before, after);
    places.push({ kind, text: text.slice(from, to), from, to, standIn, certain });
  }
  return places;
}

const LATIN_END = /[\p{Script=Latin}\p{N}]$/u;
const LATIN_START = /^[\p{Script=Latin}\p{N}]/u;
/** Letters go on before or after it: no name, as Li in Lithium. */
const isPartOfWord = (key: string, before: string, after: string): boolean =>
  (LATIN_START.test(key) && LATIN_END.test(before)) || (LATIN_END.test(key) && LATIN_START.test(after));

/** What stands before and after a name in a text. */
const BEFORE =
  /(?:^|[^\p{L}\p{N}]|负责人|带头人|主持人|教授|博士|院士|研究员|工程师|主任|老师|由|及|和|与|为)$/u;
const AFTER =
  /^(?:$|[^\p{L}\p{N}]|副?教授|博士|院士|副?研究员|高级|工程师|高工|老师|主任|所长|院长|团队|课题组|等|负责|主持|牵头|承担|担任|及|和|与|为)/u;
const standsAlone = (before: string, after: string): boolean => BEFORE.test(before) && AFTER.test(after);

const contactsIn = (text: string): readonly NamePlace[] =>
  CONTACTS.flatMap((pattern) => [...text.matchAll(pattern)]).map((match) => ({
    ...{ kind: 'CONTACT' as const, text: match[0], from: match.index, to: match.index + match[0].length },
    ...{ standIn: '〔联系方式〕', certain: true },
  }));
