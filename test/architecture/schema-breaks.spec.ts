import { breaksBetween, bones, dangersBetween, servedBy } from '../../scripts/lib/schema-breaks.mjs';
import { textOf } from './sources.js';

const SUPERGRAPH = textOf('schema/supergraph.graphql');
/** @param to as `replace` takes it: $1 is what the pattern keeps */
const changed = (from: RegExp, to: string): string => {
  const text = SUPERGRAPH.replace(from, to);
  expect(text).not.toBe(SUPERGRAPH);
  return text;
};
const breaks = (after: string): string[] => breaksBetween(servedBy(SUPERGRAPH), servedBy(after));

describe('a change of the schema', () => {
  it('is no break where something is added', () => {
    const after = changed(/^(type CityInfo\b[^{]*\{)/m, '$1\n  founded: Int');
    expect(breaks(after)).toEqual([]);
  });

  it('is a break where a field goes, or is another than it was', () => {
    const province = /^(type CityInfo\b[^{]*\{[^}]*?\n {2}province: CodeName)!/m;
    expect(breaks(changed(province, '$1'))).toEqual([
      'CityInfo.province changed type from CodeName! to CodeName.',
    ]);
    expect(breaks(changed(/^(type CityInfo\b[^{]*\{[^}]*?)\n {2}province: CodeName!/m, '$1'))).toEqual([
      'CityInfo.province was removed.',
    ]);
  });

  it('is a break where something must be said that was not asked for', () => {
    const after = changed(/^(input SignInInput\b[^{]*\{)/m, '$1\n  because: String!');
    expect(breaks(after)).toEqual(['A required field because on input type SignInInput was added.']);
  });

  it('is a break for an old gateway where another service answers, and for nobody else', () => {
    const field = /^( {2}lawParameters\([\s\S]*?@join__field\(graph: )LAW\)/m;
    const after = changed(field, '$1LISTINGS)');
    expect(breaks(after)).toEqual(['Query.lawParameters was answered by law.']);
    expect(breaksBetween(servedBy(textOf('schema/all.graphql')), servedBy(after))).toEqual([]);
  });

  it('is told of where whoever takes what they got for all there is may stumble', () => {
    const after = changed(/^(enum DealState\b[^{]*\{)/m, '$1\n  FORGOTTEN @join__enumValue(graph: DEALS)');
    expect(breaks(after)).toEqual([]);
    expect(dangersBetween(servedBy(SUPERGRAPH), servedBy(after))).toEqual([
      'FORGOTTEN was added to enum type DealState.',
    ]);
  });

  it('loses nothing by what is kept of it', () => {
    const kept = servedBy(bones(SUPERGRAPH));
    expect(breaks(bones(SUPERGRAPH))).toEqual([]);
    expect([...(kept.services ?? [])]).toEqual([...(servedBy(SUPERGRAPH).services ?? [])]);
  });
});

describe('the breaks since what was rolled out last', () => {
  interface Accepted {
    readonly break: string;
    readonly why: string;
  }
  const accepted = JSON.parse(textOf('schema/breaks.json')) as Accepted[];

  it('are those that were accepted, each with its reason', () => {
    const found = breaksBetween(servedBy(textOf('schema/released.graphql')), servedBy(SUPERGRAPH));
    expect(found).toEqual(accepted.map((one) => one.break).sort());
    expect(accepted.filter(({ why }) => why.trim() === '')).toEqual([]);
  });
});
