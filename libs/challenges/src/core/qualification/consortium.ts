import { say, type LegalDay, type Saying } from '@jihui/kernel';
import { confirmationFaults, type ConfirmationFault, type MemberConfirmation } from '@jihui/proofs';
import { banFault, partyFaults, type Bidder } from '../bids/eligibility.js';
import {
  CLAUSES,
  contentsOf,
  nameKey,
  type BidContents,
  type Clause,
  type StatedMember,
} from './contents.js';
import type { CheckFacts } from './facts.js';
import { B4, finding, when, type Finding } from './finding.js';

const SHARES = ['work', 'money', 'ip'] as const;
const WHOLE = 10_000;
const article = { article: B4 };

/**
 * 创新联合体 (reference B4): each member known and apart from the owner, in one bid alone, with shares that make up the whole,
 * a university or institute among them, an agreement with all that it must hold, confirmed by each member.
 */
export function consortiumFindings(facts: CheckFacts, contents: BidContents): readonly Finding[] {
  const { call, ownerName, known, others, leadName } = facts;
  const { members } = contents;
  const keys = members.map(({ name }) => nameKey(name));
  const wrongShares = SHARES.some(
    (share) => members.reduce((sum, member) => sum + (member[share] ?? 0), 0) !== WHOLE,
  );
  const apart = new Map([...members.map(({ name }) => name), leadName].map((name) => [nameKey(name), name]));
  const asked = call.content.consortium;
  return [
    ...when(members.length === 0 && asked, () =>
      finding('BLOCK', 'NO_CONSORTIUM', '榜单要求由创新联合体揭榜，方案没有填写成员', article),
    ),
    ...when(members.length === 1, () =>
      finding(asked ? 'BLOCK' : 'WARNING', 'ONE_MEMBER', '创新联合体只填写了一家单位', article),
    ),
    ...when(members.length > 0 && !keys.includes(nameKey(leadName)), () =>
      finding('WARNING', 'LEAD_MISSING', '创新联合体成员中没有牵头单位', article),
    ),
    ...when(members.length > 0 && wrongShares, () =>
      finding('BLOCK', 'SHARES', '创新联合体的任务、经费或知识产权份额之和不是 100%', article),
    ),
    ...when(new Set(keys).size < keys.length, () =>
      finding('BLOCK', 'MEMBER_TWICE', '创新联合体中同一单位出现两次', article),
    ),
    ...[...apart].flatMap(([key, name]) =>
      when(others.has(key), () =>
        finding('BLOCK', 'IN_TWO_BIDS', say`${name}同时出现在另一份方案中，同一单位只能参加一份`, article),
      ),
    ),
    ...agreementFindings(facts, contents),
    ...researchFindings(facts, contents),
    ...othersOf(facts, contents).flatMap((member) => [
      ...memberFindings(member.name, call.ownerId, ownerName, known.get(member.name)),
      ...confirmationFindings(facts, contents, member),
    ]),
  ];
}

/** The members besides the lead. */
const othersOf = ({ leadName }: Pick<CheckFacts, 'leadName'>, { members }: BidContents) =>
  members.filter(({ name }) => nameKey(name) !== nameKey(leadName));

const LACKING: { readonly [clause in Clause]: string } = {
  tasks: '没有写明联合体协议中任务分工的条款',
  ip: '没有写明联合体协议中知识产权归属的条款',
  benefit: '没有写明联合体协议中利益分配的条款',
  secrecy: '没有写明联合体协议中保密的条款',
  risk: '没有写明联合体协议中风险分担的条款',
  exit: '没有写明联合体协议中退出的条款',
};

/** A form that names no agreement may have one among its files, which is looked into by hand. */
function agreementFindings({ files }: CheckFacts, { members, agreement }: BidContents): readonly Finding[] {
  if (members.length === 0) return [];
  if (files.length === 0) return [finding('WARNING', 'NO_AGREEMENT', '创新联合体没有附联合体协议', article)];
  if (agreement === null)
    return [
      finding('WARNING', 'AGREEMENT_NOT_NAMED', '没有指明哪个附件是联合体协议，须人工核对其条款', article),
    ];
  return [
    ...when(!files.includes(agreement.sha256), () =>
      finding('BLOCK', 'AGREEMENT_MISSING', '所填的联合体协议不在附件中', article),
    ),
    ...CLAUSES.filter((clause) => agreement.clauses[clause] === '').map((clause) =>
      finding('BLOCK', `AGREEMENT_LACKS_${clause.toUpperCase()}`, LACKING[clause], article),
    ),
  ];
}

const RESEARCH: readonly string[] = ['UNIVERSITY', 'INSTITUTE'];

/** 创新联合体: at least one university or institute, as far as the platform knows its members. */
function researchFindings({ call, lead, known }: CheckFacts, { members }: BidContents): readonly Finding[] {
  const kinds = [lead, ...members.map(({ name }) => known.get(name))].map((one) => one?.kind ?? '');
  // A joint bid on a call that asks for none may be of enterprises alone.
  const level = call.content.consortium ? 'BLOCK' : 'WARNING';
  return when(members.length > 0 && !kinds.some((kind) => RESEARCH.includes(kind)), () =>
    finding(level, 'NO_RESEARCH', '创新联合体成员中没有已登记的高校或科研院所', article),
  );
}

function memberFindings(
  name: string,
  ownerId: string,
  ownerName: string,
  member: Bidder | undefined,
): readonly Finding[] {
  if (nameKey(name) === nameKey(ownerName) || member?.id === ownerId)
    return [finding('BLOCK', 'MEMBER_IS_OWNER', say`创新联合体成员${name}是发榜方`, article)];
  if (member === undefined)
    return [finding('WARNING', 'MEMBER_UNKNOWN', say`${name}没有在平台登记，关联关系须人工核实`, article)];
  return [
    ...when(banFault(member).length > 0, () =>
      finding('BLOCK', 'MEMBER_BANNED', say`创新联合体成员${name}因失信在禁入期内`, article),
    ),
    ...when(partyFaults({ ...member, bannedUntil: null }).length > 0, () =>
      finding(
        'BLOCK',
        'MEMBER_UNFIT',
        say`创新联合体成员${name}已停用，或是主管部门、技术交易服务机构，不能参加揭榜`,
        article,
      ),
    ),
    ...when(member.sharedPeople.length > 0, () =>
      finding(
        'BLOCK',
        'MEMBER_RELATED',
        say`创新联合体成员${name}与发榜方有同一人员任职（${member.sharedPeople.join('、')}）`,
        article,
      ),
    ),
  ];
}

/** The bid that confirmations must fit. */
export type ConfirmedBid = Pick<CheckFacts, 'leadId' | 'leadName' | 'files' | 'handedInOn' | 'key'> & {
  readonly call: Pick<CheckFacts['call'], 'id' | 'round'>;
};

/** Since it stands inside the sealed bid, it was made before the bid came; the day is looked at all the same. */
const faultOf = (
  { call, leadId, files, handedInOn, key }: ConfirmedBid,
  { agreement }: BidContents,
  { name, confirmation }: StatedMember & { readonly confirmation: MemberConfirmation },
): ConfirmationFault | undefined =>
  confirmationFaults(confirmation, {
    ...{ member: name, call: call.id, round: call.round, lead: leadId, until: handedInOn, publicKey: key },
    agreement: agreement !== null && files.includes(agreement.sha256) ? agreement.sha256 : null,
  })[0];

const UNFIT: { readonly [fault in ConfirmationFault]: (name: string) => Saying } = {
  NOT_SIGNED: (name) => say`成员${name}的确认不是本平台签发的，或被改动过`,
  OTHER_MEMBER: (name) => say`成员${name}所附的确认是另一单位的`,
  OTHER_CALL: (name) => say`成员${name}的确认是为其他榜单作出的`,
  OTHER_ROUND: (name) => say`成员${name}的确认是为其他轮次作出的`,
  OTHER_LEAD: (name) => say`成员${name}确认的牵头单位不是本方案的揭榜方`,
  OTHER_AGREEMENT: (name) => say`成员${name}确认的联合体协议与所附的不同`,
  LATE: (name) => say`成员${name}的确认晚于方案提交`,
};

function confirmationFindings(
  facts: CheckFacts,
  contents: BidContents,
  member: StatedMember,
): readonly Finding[] {
  const level = facts.unconfirmedBlocks ? 'BLOCK' : 'WARNING';
  const { name, confirmation } = member;
  if (confirmation === null)
    return [finding(level, 'NOT_CONFIRMED', say`成员${name}没有确认参加该联合体`, article)];
  const fault = faultOf(facts, contents, { ...member, confirmation });
  return fault === undefined ? [] : [finding(level, `CONFIRMATION_${fault}`, UNFIT[fault](name), article)];
}

/** A member as a bid states it, and its confirmation where one holds. */
export interface CheckedMember extends Pick<StatedMember, 'name' | 'work' | 'money' | 'ip'> {
  readonly lead: boolean;
  readonly confirmedOn: LegalDay | null;
  /** Id of the person who confirmed for it. */
  readonly confirmedBy: string | null;
}

/** 成员及其确认, in the order of the bid: why one does not hold is said by the findings. */
export const checkedMembers = (bid: ConfirmedBid, form: unknown): readonly CheckedMember[] => {
  const contents = contentsOf(form);
  return (contents?.members ?? []).map((member) => {
    const { name, work, money, ip, confirmation } = member;
    const lead = nameKey(name) === nameKey(bid.leadName);
    const confirmed =
      contents === null ||
      lead ||
      confirmation === null ||
      faultOf(bid, contents, { ...member, confirmation }) !== undefined
        ? null
        : confirmation;
    return {
      ...{ name, work, money, ip, lead },
      confirmedOn: confirmed?.day ?? null,
      confirmedBy: confirmed?.by ?? null,
    };
  });
};
