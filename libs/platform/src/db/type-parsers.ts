import pg from 'pg';

type Parse = (text: string) => unknown;
type ParserOf = (oid: number, format?: 'text' | 'binary') => Parse;

/** How the driver reads a type by itself. */
export const driversOwn = pg.types.getTypeParser as ParserOf;

export const TIMESTAMPTZ = 1184;
export const TEXT_ARRAY = 1009;
const [anyInstant, anyTexts] = [driversOwn(TIMESTAMPTZ), driversOwn(TEXT_ARRAY)];

const DASH = 45;
/** An instant as a server in UTC writes it is nearly what the engine's own quick parser reads; the driver's takes its time. */
export const instant: Parse = (text) =>
  text.endsWith('+00') && text.charCodeAt(4) === DASH
    ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
    : anyInstant(text);

/** Lists with anything quoted, missing, nested or not counted from one hold one of these. */
const NOT_PLAIN = /["\\[]|.\{|NULL/i;
/** Lists of plain texts, which are nearly all, are read here. */
export const texts: Parse = (text) =>
  text === '{}' || NOT_PLAIN.test(text) ? anyTexts(text) : text.slice(1, -1).split(',');

const parsers: ReadonlyMap<number, Parse> = new Map([
  [TIMESTAMPTZ, instant],
  [TEXT_ARRAY, texts],
]);

/** How the driver reads values: as it does by itself, the commonest kinds more quickly. */
export const types: { readonly getTypeParser: ParserOf } = {
  getTypeParser: (oid, format) =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? driversOwn(oid, format),
};
