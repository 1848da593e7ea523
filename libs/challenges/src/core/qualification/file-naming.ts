import { say, type ReadOutcome, type ReadStatus, type Sentence } from '@jihui/kernel';
import { namedIn, type NamePlace, type OwnNames } from '@jihui/proofs';
import type { BidContents } from './contents.js';
import { finding, type Finding } from './finding.js';
import { ownNames } from './naming.js';

/** A file of a bid that experts will read, and what came out of its bytes. */
export interface ReadFile {
  readonly name: string;
  readonly outcome: ReadOutcome;
}

/** The bid's files are still to be read: said from the opening until they are, so that nobody takes silence for an answer. */
export const FILES_WAITING: Finding = finding(
  'WARNING',
  'FILES_WAITING',
  say`附件内容正在识别，尚未核对其中是否写有揭榜方的名称`,
);

/** So many places are said of one file, and so many words of one place. */
const MOST_PLACES = 10;
const MOST_WORDS = 5;
/** A page holds hundreds of characters; a stamp or a page number alone is no text. */
const LEAST_ON_A_PAGE = 10;

/**
 * Where the files of a bid name its bidder, file by file; and which were not looked through, or not to their end. Experts read
 * files as they are: what is found is for the bureau to act on.
 */
export function fileFindings(
  leadName: string,
  contents: BidContents | null,
  files: readonly ReadFile[],
): readonly Finding[] {
  const names = ownNames(leadName, contents);
  return files.flatMap(({ name, outcome }) => {
    const { pages = [], beside = '' } = outcome;
    const found = [
      ...pages.flatMap((text, at) => placesIn(name, outcome, at, text, names)),
      ...told(namedIn(beside, names), (said, certain) => besideSentence(name, said, certain)),
    ];
    const more = found.length - MOST_PLACES;
    return [
      ...unread(name, outcome),
      ...found.slice(0, MOST_PLACES),
      ...(more > 0
        ? [
            finding(
              'WARNING',
              'FILE_NAMES_BIDDER',
              say`附件“${name}”另有 ${more} 处写有揭榜方的名称、人名或联系方式`,
            ),
          ]
        : []),
    ];
  });
}

/** Places of one page: by the page where pages are known, otherwise by paragraph or row. */
function placesIn(
  name: string,
  { pagesKnown, format }: ReadOutcome,
  at: number,
  text: string,
  names: OwnNames,
): readonly Finding[] {
  if (format !== undefined && pagesKnown === true)
    return told(namedIn(text, names), (said, certain) => pageSentence(name, at + 1, said, certain));
  return text
    .split('\n')
    .flatMap((line, place) =>
      told(namedIn(line, names), (said, certain) =>
        format === undefined
          ? sheetSentence(name, at + 1, place + 1, said, certain)
          : paragraphSentence(name, place + 1, said, certain),
      ),
    );
}

function told(
  places: readonly NamePlace[],
  sentence: (said: string, certain: boolean) => Sentence,
): readonly Finding[] {
  return [true, false].flatMap((certain) => {
    const said = [...new Set(places.filter((one) => one.certain === certain).map(({ text }) => text))];
    const code = certain ? 'FILE_NAMES_BIDDER' : 'FILE_MAY_NAME_BIDDER';
    return said.length === 0
      ? []
      : [finding('WARNING', code, sentence(said.slice(0, MOST_WORDS).join('、'), certain))];
  });
}

const pageSentence = (name: string, page: number, said: string, certain: boolean): Sentence =>
  certain
    ? say`附件“${name}”第 ${page} 页写有揭榜方的名称、人名或联系方式（${said}），评审专家会看到`
    : say`附件“${name}”第 ${page} 页的“${said}”与团队成员同名，请核对`;
const sheetSentence = (name: string, sheet: number, row: number, said: string, certain: boolean): Sentence =>
  certain
    ? say`附件“${name}”第 ${sheet} 张工作表第 ${row} 行写有揭榜方的名称、人名或联系方式（${said}），评审专家会看到`
    : say`附件“${name}”第 ${sheet} 张工作表第 ${row} 行的“${said}”与团队成员同名，请核对`;
const paragraphSentence = (name: string, place: number, said: string, certain: boolean): Sentence =>
  certain
    ? say`附件“${name}”第 ${place} 段写有揭榜方的名称、人名或联系方式（${said}），评审专家会看到`
    : say`附件“${name}”第 ${place} 段的“${said}”与团队成员同名，请核对`;
const besideSentence = (name: string, said: string, certain: boolean): Sentence =>
  certain
    ? say`附件“${name}”的页眉页脚、批注或文件属性写有揭榜方的名称、人名或联系方式（${said}），评审专家会看到`
    : say`附件“${name}”的页眉页脚、批注或文件属性中的“${said}”与团队成员同名，请核对`;

/** Why a file could not be looked through. */
const UNREAD: { readonly [status in Exclude<ReadStatus, 'READ'>]: (name: string) => Sentence } = {
  NO_TEXT: (name) => say`附件“${name}”是扫描件或图片，其中是否写有揭榜方的名称须人工核对`,
  ENCRYPTED: (name) => say`附件“${name}”已加密，无法核对其中是否写有揭榜方的名称`,
  DAMAGED: (name) => say`附件“${name}”已损坏，无法核对其中是否写有揭榜方的名称`,
  BOMB: (name) => say`附件“${name}”的压缩内容异常，已拒绝解压，没有核对`,
  TOO_LARGE: (name) => say`附件“${name}”过大，其中是否写有揭榜方的名称须人工核对`,
  TOO_SLOW: (name) => say`附件“${name}”识别超时，其中是否写有揭榜方的名称须人工核对`,
  OLD_WORD: (name) => say`附件“${name}”是旧版 Word 文件（.doc），其中是否写有揭榜方的名称须人工核对`,
  UNSUPPORTED: (name) => say`附件“${name}”不是 PDF、DOCX 或 XLSX 文件，其中是否写有揭榜方的名称须人工核对`,
  MISSING: (name) => say`附件“${name}”的内容不在本平台，没有核对`,
};

function unread(name: string, outcome: ReadOutcome): readonly Finding[] {
  const { status, pages = [], format } = outcome;
  const is = (sentence: Sentence): Finding => finding('WARNING', 'FILE_UNREAD', sentence);
  if (status !== 'READ') return [is(UNREAD[status](name))];
  const empty = pages.flatMap((page, at) => (sizeOf(page) < LEAST_ON_A_PAGE ? [at + 1] : []));
  if (empty.length === pages.length) return [is(UNREAD.NO_TEXT(name))];
  return [
    ...(format === 'PDF' && empty.length > 0
      ? [
          is(
            say`附件“${name}”有 ${empty.length} 页没有可识别的文字（先是第 ${empty[0] ?? 0} 页），须人工核对`,
          ),
        ]
      : []),
    ...(outcome.cut === true ? [is(say`附件“${name}”过长，只核对了前面的部分`)] : []),
    ...(outcome.truncated === true ? [is(say`附件“${name}”不完整，只核对了能读出的部分`)] : []),
  ];
}

/** Characters that can be read: a font without a map to characters gives private and replacement signs. */
const sizeOf = (text: string): number => text.replace(/[\s\p{Co}\uFFFD]/gu, '').length;
