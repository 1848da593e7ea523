import type { BanFact } from '../facts.js';
import type { Text } from './text.js';

/** Never why: that is read on the page, by whom it is of. */
const ofBan =
  (title: (ban: BanFact) => string, body: (ban: BanFact) => string) =>
  (ban: BanFact): Text => ({ title: title(ban), body: body(ban), link: '/call-bans' });

const term = ({ fromDay, untilDay }: BanFact): string =>
  untilDay === null ? `自 ${fromDay} 起永久禁入。` : `禁入期 ${fromDay} 至 ${untilDay}。`;
const decided = ({ document }: BanFact): string => `依据：${document}。`;
const ORGANISATION = '期间不能发榜、揭榜和接任项目；事由见“失信禁入”。';
const PERSON = '期间不能列入团队，也不抽为评审专家；事由见“失信禁入”。';

export const BAN_TEXTS = {
  banned: ofBan(
    () => '贵单位被登记失信禁入',
    (ban) => `${term(ban)}${decided(ban)}${ORGANISATION}`,
  ),
  bannedYou: ofBan(
    () => '您被登记失信禁入',
    (ban) => `${term(ban)}${decided(ban)}${PERSON}`,
  ),
  bannedOne: ofBan(
    ({ personName }) => `贵单位人员${personName}被登记失信禁入`,
    (ban) => `${term(ban)}${decided(ban)}${PERSON}`,
  ),
  banLifted: ofBan(() => '贵单位的失信禁入已解除', decided),
  banLiftedYou: ofBan(() => '您的失信禁入已解除', decided),
  banLiftedOne: ofBan(({ personName }) => `贵单位人员${personName}的失信禁入已解除`, decided),
  banOver: ofBan(() => '贵单位的失信禁入已到期', term),
  banOverYou: ofBan(() => '您的失信禁入已到期', term),
  banOverOne: ofBan(({ personName }) => `贵单位人员${personName}的失信禁入已到期`, term),
} satisfies Readonly<Record<string, (ban: BanFact) => Text>>;
