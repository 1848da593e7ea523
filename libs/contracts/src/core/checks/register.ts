import {
  disposesOfRight,
  rightNumberOf,
  type ContractForm,
  type ContractIpRight,
  type IpStatus,
} from '../contract.js';
import type { RegisteredPatent } from '../facts.js';
import { statute } from '../rulesets/law.js';
import { hitIf, warning, type Hit, type Rule } from '../rulesets/rule.js';
import { termEnd } from './rights.js';

/** 法律状态 of the register as the form calls it. */
const STATUS: Readonly<Record<string, IpStatus>> = {
  FILED: 'PENDING',
  PUBLISHED: 'PENDING',
  EXAMINATION: 'PENDING',
  GRANTED: 'GRANTED',
  REJECTED: 'ABANDONED',
  WITHDRAWN: 'ABANDONED',
  LAPSED: 'ABANDONED',
  ABANDONED: 'ABANDONED',
  INVALIDATED: 'INVALIDATED',
  EXPIRED: 'EXPIRED',
};
const STATUS_NAMES: { readonly [status in IpStatus]: string } = {
  PENDING: '申请中',
  GRANTED: '有效',
  EXPIRED: '已届满',
  ABANDONED: '已终止',
  INVALIDATED: '已无效',
};

/** A rule on each right that the city's register of patents holds, of a contract that disposes of it. */
const ofEach =
  (
    look: (
      right: ContractIpRight,
      entry: RegisteredPatent,
      path: string,
      form: ContractForm,
    ) => readonly Hit[],
  ): Rule['look'] =>
  ({ form, facts: { patents = [] } }) =>
    disposesOfRight(form.subclass)
      ? form.content.ipRights.flatMap((right, index) => {
          const number = rightNumberOf(right);
          const entry = patents.find((patent) => patent.number === number);
          return entry === undefined ? [] : [...look(right, entry, `content.ipRights.${index}`, form)];
        })
      : [];

/** What the application says of a patent, held against the city's register of patents. */
export const registerRules: readonly Rule[] = [
  warning(
    'register.status',
    'CONTRACT.REGISTER_STATUS_DIFFERS',
    { cite: statute('民法典第865条'), ground: 'R09' },
    ofEach((right, { state }, path) => {
      const known = STATUS[state];
      return hitIf(
        known !== undefined && known !== right.status,
        `${path}.status`,
        `本市专利库中该专利的法律状态为“${STATUS_NAMES[known ?? 'PENDING']}”，与所填不同，请对照专利登记簿副本核对`,
        { known: known ?? null, stated: right.status },
      );
    }),
  ),
  warning(
    'register.term',
    'CONTRACT.REGISTER_TERM_DIFFERS',
    { cite: statute('专利法第42条'), ground: 'R09' },
    ofEach((right, { expiresOn }, path) => {
      const end = termEnd(right);
      return hitIf(
        end !== null && end > expiresOn,
        `${path}.expiresOn`,
        `本市专利库中该专利的期限止于 ${expiresOn}，早于所填的 ${end ?? ''}，请对照专利登记簿副本核对`,
        { expiresOn, end },
      );
    }),
  ),
  warning(
    'register.owner',
    'CONTRACT.REGISTER_OWNER_DIFFERS',
    { cite: (law) => law.titleProof, ground: 'R09' },
    ofEach((right, { applicants }, path) =>
      hitIf(
        right.owners.length > 0 && !right.owners.some((owner) => applicants.includes(owner)),
        `${path}.owners`,
        `本市专利库中该专利的权利人为 ${applicants.join('、')}，与所填不同，请上传转让证明或核对`,
        { applicants, owners: right.owners },
      ),
    ),
  ),
  warning(
    'register.exclusive',
    'CONTRACT.RIGHT_LICENSED_EXCLUSIVELY',
    { cite: statute('最高人民法院技术合同纠纷解释第25条'), ground: 'R07' },
    ofEach((_right, { exclusiveUntil }, path, { effectiveFrom }) =>
      hitIf(
        exclusiveUntil !== null && (effectiveFrom === null || exclusiveUntil >= effectiveFrom),
        `${path}.number`,
        `该专利已有独占或排他许可，至 ${exclusiveUntil ?? ''} 止，请核对本合同的权利是否与之冲突，或说明`,
        { exclusiveUntil },
      ),
    ),
  ),
  warning(
    'register.pledged',
    'CONTRACT.RIGHT_PLEDGED',
    { cite: statute('民法典第444条'), ground: 'R09' },
    ofEach((_right, { pledged }, path) =>
      hitIf(
        pledged,
        `${path}.number`,
        '该专利已出质且未解除：转让或许可须经质权人同意，请上传同意文件，或说明',
      ),
    ),
  ),
];
