import type { LicenceMode } from '../contract.js';
import type { ClassSuggestion } from './classify.js';
import { propose, type Passages } from './passages.js';
import type { Proposal } from './proposals.js';

/** 许可方式 by what the licensor keeps (最高法技术合同解释第25条); the plainest words come first. */
const MODES: readonly (readonly [LicenceMode, RegExp])[] = [
  ['OPEN', /(专利)?开放许可/],
  ['CROSS', /交叉许可|相互许可/],
  ['SUB', /以分许可方式|分许可(给|方式)|次被许可/],
  ['EXCLUSIVE', /独占(实施|使用)?许可|独家授权/],
  [
    'EXCLUSIVE',
    /(许可|专利权|授权|甲)(人|方)(在[^。\n]{0,12})?自己(也|及)[^。\n]{0,24}不(得|再|使用|制造|实施)|自己及[^。\n]{0,12}以外的任何/,
  ],
  ['SOLE', /排他(实施|使用)?许可|除[^。\n]{0,6}(和|与)[^。\n]{0,8}外[^。\n]{0,6}任何第三(人|方)/],
  ['ORDINARY', /普通(实施|使用)?许可|非(独占|排他|独家)/],
];

/** The suggested class as a proposal like any other, and with a licence its kind. */
export function findClass(passages: Passages, suggestion: ClassSuggestion | null): readonly Proposal[] {
  const strongest = suggestion?.evidence[0];
  if (!suggestion?.subclass || strongest === undefined) return [];
  const { place, clause, quote } = strongest;
  const proposal: Proposal = {
    field: 'subclass',
    value: suggestion.subclass,
    place,
    clause,
    quote,
    note: null,
  };
  if (suggestion.contractClass !== '3') return [proposal];
  for (const [mode, words] of MODES) {
    const found = words.exec(passages.flow.text);
    if (found !== null)
      return [proposal, propose(passages, 'licenceMode', mode, found.index, found.index + found[0].length)];
  }
  return [proposal];
}
