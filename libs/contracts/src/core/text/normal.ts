/** Beyond this a text is compared by its beginning. */
const MOST_COMPARED = 60_000;

/** Whoever the parties are, they are not what a contract is about. */
const ORGANISATION =
  /[\u4e00-\u9fa5]{2,14}?(?:有限责任公司|股份有限公司|有限公司|公司|大学|学院|研究院|研究所|研究中心|中心|合作社|集团|厂|医院|管理局|委员会)/g;

/** Letters alone: no names of organisations, figures, numbers, spaces or marks, which a cheat or a scanner changes first. */
export const normalOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(ORGANISATION, ' ')
    .replace(/[^\p{L}]/gu, '')
    .replace(/[零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]/g, '')
    .slice(0, MOST_COMPARED);
