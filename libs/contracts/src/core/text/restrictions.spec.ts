import { labelledTexts, passagesOf } from '../../../eval/texts.js';
import { findRestrictions, restrictiveWords, type RestrictionKind } from './restrictions.js';

const kindsIn = (text: string): readonly RestrictionKind[] =>
  findRestrictions(passagesOf(text)).map(({ kind }) => kind);

describe('clauses that restrict (最高人民法院技术合同纠纷解释第10条)', () => {
  it.each<[RestrictionKind, string]>([
    ['IMPROVEMENT', '乙方不得在合同标的技术基础上进行新的研究开发。'],
    ['IMPROVEMENT', '未经甲方同意，乙方不得自行改进。'],
    ['IMPROVEMENT', '买方不得对技术作任何改进。'],
    ['GRANT_BACK', '乙方对该技术作出的后续改进，应当无偿提供给甲方。'],
    ['GRANT_BACK', '被许可人改进的成果无偿归许可人。'],
    ['OTHER_SOURCES', '合同期内乙方不得从其他来源引进同类技术。'],
    ['OTHER_SOURCES', '乙方不得采用与该技术相竞争的技术。'],
    ['EXPLOITATION', '产品销售价格由许可方确定。'],
    ['EXPLOITATION', '乙方不得将合同产品出口。'],
    ['TIE_IN', '乙方实施该技术必须购买甲方指定的原材料。'],
    ['TIE_IN', '乙方只能向甲方采购生产所需的设备和配件。'],
    ['NO_CHALLENGE', '乙方不得对该专利权的有效性提出异议。'],
    ['NO_CHALLENGE', '被许可人不得请求宣告合同专利无效。'],
  ])('%s: %s', (kind, clause) => expect(kindsIn(`第一条 ${clause}`)).toEqual([kind]));

  it.each([
    '未经甲方同意，乙方不得将本合同项目的部分或全部研究开发工作转让第三人承担。',
    '乙方不得将技术资料提供给竞争对手。',
    '甲方不得挪用研究开发经费。',
    '任何一方不得泄露对方的研究开发资料。',
    '改进成果归完成方所有，另一方可以免费使用。',
    '甲方不得对验收结果无故提出异议。',
    '乙方应当购买保险。',
    '被许可人不得超出许可的地域实施该专利。',
  ])('are not such as any contract has: %s', (clause) => expect(kindsIn(`第一条 ${clause}`)).toEqual([]));

  it('are shown with clause, page and words, one of each kind', () => {
    const text = '第一条 标的\n转让专利。\n第二条 改进\n乙方不得自行改进。丙方不得自行改进。';
    expect(findRestrictions(passagesOf(text))).toEqual([
      { kind: 'IMPROVEMENT', clause: '第二条', page: 1, quote: '乙方不得自行改进' },
    ]);
    expect(restrictiveWords('乙方不得自行改进。')).toBe('不得自行改进');
    expect(restrictiveWords('双方均可改进。')).toBeNull();
  });

  it('are found in no labelled text but those that restrict', () => {
    const found = (['development', 'held-out'] as const)
      .flatMap((half) => labelledTexts(half))
      .flatMap(({ id, text }) =>
        findRestrictions(passagesOf(text)).map(({ kind, quote }) => [id, kind, quote]),
      );
    expect(found).toEqual([]);
  });

  it('take no time to speak of over a long text made to tire them', () => {
    const began = performance.now();
    for (const text of [
      '不得'.repeat(100_000),
      '不得对'.repeat(80_000),
      '改进无偿'.repeat(60_000),
      '只能向'.repeat(80_000),
    ])
      restrictiveWords(text);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
