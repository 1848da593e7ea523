import { say, type Sentence } from '@jihui/kernel';
import { namedIn, withoutNames, type NamePlace, type OwnNames } from '@jihui/proofs';
import type { BidContents } from './contents.js';
import { finding, type Finding } from './finding.js';

/** The bidder's own names, by which experts would know whose a bid is. */
export const ownNames = (leadName: string, contents: BidContents | null): OwnNames => ({
  units: [
    leadName,
    ...(contents?.members ?? []).map(({ name }) => name),
    ...(contents?.people ?? []).map(({ unit }) => unit),
  ],
  people: (contents?.people ?? []).map(({ name }) => name),
});

/** What experts read of a bid's form, as they read it: without the names of who bids. */
export function blinded(leadName: string, contents: BidContents): BidContents {
  const names = ownNames(leadName, contents);
  const read = (text: string): string => withoutNames(text, names);
  return {
    ...contents,
    ...{ route: read(contents.route), team: read(contents.team), schedule: read(contents.schedule) },
    price: readFigure(contents.price, read),
    answers: contents.answers.map((answer) => ({
      ...answer,
      promised: readFigure(answer.promised, read),
      basis: read(answer.basis),
    })),
  };
}

/** What should be a figure is a text as well, and nobody's name as long as it has no letters: 13903500001 may be a price. */
const readFigure = (text: string, read: (text: string) => string): string =>
  HAS_LETTERS.test(text) ? read(text) : text;
const HAS_LETTERS = /\p{L}/u;

/** So many names are said of one place. */
const MOST = 5;

/**
 * Where a bid's form and the names of its files name its bidder though its experts are not to know it: the place, and what
 * stands there. What stands inside the files is read after the opening (file-naming.ts).
 */
export function namingFindings(
  leadName: string,
  contents: BidContents,
  fileNames: readonly string[],
): readonly Finding[] {
  const names = ownNames(leadName, contents);
  const places: readonly (readonly [string, string])[] = [
    ['技术路线', contents.route],
    ['团队与条件', contents.team],
    ['进度安排', contents.schedule],
    ['指标响应的承诺值', figures(contents.answers.map(({ promised }) => promised))],
    ['指标响应的依据', contents.answers.map(({ basis }) => basis).join('\n')],
    ['报价', figures([contents.price])],
    ['附件名称', fileNames.join('\n')],
  ];
  return places.flatMap(([place, text]) => {
    const found = namedIn(text, names);
    const [sure, unsure] = [found.filter(({ certain }) => certain), found.filter(({ certain }) => !certain)];
    return [
      ...told(
        'NAMES_BIDDER',
        sure,
        (said) => say`${place}中写有揭榜方的名称、人名或联系方式（${said}），评审专家看到的是代称`,
      ),
      ...told(
        'MAY_NAME_BIDDER',
        unsure,
        (said) => say`${place}中的“${said}”与团队成员同名，评审专家看到的是原文，请核对`,
      ),
    ];
  });
}

const figures = (texts: readonly string[]): string =>
  texts.filter((text) => HAS_LETTERS.test(text)).join('\n');

function told(
  code: string,
  places: readonly NamePlace[],
  sentence: (said: string) => Sentence,
): readonly Finding[] {
  const said = [...new Set(places.map(({ text }) => text))].slice(0, MOST).join('、');
  return said === '' ? [] : [finding('WARNING', code, sentence(said))];
}
