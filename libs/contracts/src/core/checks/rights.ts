import {
  isPatentNumber,
  normalisePatentNumber,
  patentKindOf,
  patentTermEnd,
  type LegalDay,
} from '@jihui/kernel';
import { disposesOfRight, type ContractForm, type ContractIpRight, type MainIpKind } from '../contract.js';
import { statute, type Citation } from '../rulesets/law.js';
import { block, hitIf, missing, required, warning, type Hit, type Rule } from '../rulesets/rule.js';

const ALIVE = statute('民法典第865条');
const KINDS = { cite: statute('民法典第863条'), ground: 'R07' } as const;
const NUMBER = statute('ZC 0006-2003');
const PUBLIC_DOMAIN: { readonly cite: Citation; readonly ground: 'R02' } = {
  cite: (law) => law.publicDomain,
  ground: 'R02',
};
const PROOF: { readonly cite: Citation; readonly ground: 'R09' } = {
  cite: (law) => law.titleProof,
  ground: 'R09',
};

const PATENTS: readonly MainIpKind[] = ['INVENTION_PATENT', 'UTILITY_MODEL', 'DESIGN_PATENT'];
/** The main kind of right that each subclass disposes of; the others are free. */
const KIND_OF_SUBCLASS: { readonly [subclass in string]?: readonly MainIpKind[] } = {
  '21': PATENTS,
  '22': PATENTS,
  '23': ['KNOW_HOW'],
  '24': ['SOFTWARE_COPYRIGHT'],
  '25': ['IC_LAYOUT'],
  '26': ['PLANT_VARIETY'],
  '27': ['BIO_MEDICINE_VARIETY'],
  '31': PATENTS,
  '32': ['KNOW_HOW'],
  '33': ['SOFTWARE_COPYRIGHT'],
  '34': ['IC_LAYOUT'],
  '35': ['PLANT_VARIETY'],
  '36': ['BIO_MEDICINE_VARIETY'],
};

const isPatent = (kind: MainIpKind): boolean => PATENTS.includes(kind);
const isDead = ({ status }: ContractIpRight): boolean =>
  status === 'EXPIRED' || status === 'ABANDONED' || status === 'INVALIDATED';

/** The term's end as entered (it may be compensated), otherwise by the kind's length from filing. */
export function termEnd(right: ContractIpRight): LegalDay | null {
  if (right.expiresOn !== null) return right.expiresOn;
  if (right.filedOn === null) return null;
  switch (right.kind) {
    case 'INVENTION_PATENT':
    case 'UTILITY_MODEL':
    case 'DESIGN_PATENT':
      return patentTermEnd(right.kind, right.filedOn);
    default:
      return null;
  }
}

/** A rule on each right of a transfer or licence. */
const ofEach =
  (look: (right: ContractIpRight, path: string, form: ContractForm) => readonly Hit[]): Rule['look'] =>
  ({ form }) =>
    disposesOfRight(form.subclass)
      ? form.content.ipRights.flatMap((right, index) => [...look(right, `content.ipRights.${index}`, form)])
      : [];

/** The same on each patent that is not dead. */
const ofLivePatents = (look: Parameters<typeof ofEach>[0]): Rule['look'] =>
  ofEach((right, path, form) => (isPatent(right.kind) && !isDead(right) ? look(right, path, form) : []));

const identity: readonly Rule[] = [
  required(
    'content.ipRights',
    '权利清单',
    PROOF,
    ({ content }) => content.ipRights,
    ({ form }) => disposesOfRight(form.subclass),
  ),
  block(
    'rights.named',
    'REQUIRED',
    PROOF,
    ofEach((right, path) => [
      ...missing(`${path}.title`, '权利名称', right.title),
      ...(right.kind === 'KNOW_HOW' ? [] : missing(`${path}.number`, '权利号', right.number)),
    ]),
  ),
  block(
    'rights.patent-clauses',
    'REQUIRED',
    { cite: statute('民法典第845条'), ground: 'R09' },
    ofEach((right, path) =>
      isPatent(right.kind)
        ? [
            ...missing(`${path}.filedOn`, '申请日', right.filedOn),
            ...missing(`${path}.owners`, '权利人', right.owners),
          ]
        : [],
    ),
  ),
  block(
    'rights.patent-number',
    'CONTRACT.BAD_PATENT_NUMBER',
    { ...PROOF, cite: NUMBER },
    ofEach((right, path) =>
      hitIf(
        isPatent(right.kind) &&
          Boolean(right.number) &&
          !isPatentNumber(normalisePatentNumber(right.number ?? '')),
        `${path}.number`,
        '专利号校验位不对，请对照证书核对',
        { number: right.number },
      ),
    ),
  ),
  warning(
    'rights.patent-kind',
    'CONTRACT.PATENT_KIND_MISMATCH',
    { cite: NUMBER },
    ofEach((right, path) => {
      const number = normalisePatentNumber(right.number ?? '');
      return hitIf(
        isPatent(right.kind) && isPatentNumber(number) && patentKindOf(number) !== right.kind,
        `${path}.kind`,
        '专利号所示的专利类型与所选类型不同，请核对',
        { number, kind: right.kind },
      );
    }),
  ),
  warning(
    'rights.owner',
    'CONTRACT.OWNER_NOT_SELLER',
    PROOF,
    ofEach((right, path, form) => {
      const sellers = form.sellers.map(({ name }) => name);
      return hitIf(
        right.owners.length > 0 && !right.owners.some((owner) => sellers.includes(owner)),
        `${path}.owners`,
        '权利人中没有卖方，请上传权利人的授权或转让证明',
        { owners: right.owners, sellers },
      );
    }),
  ),
];

const alive: readonly Rule[] = [
  block(
    'rights.dead',
    'CONTRACT.RIGHT_DEAD',
    PUBLIC_DOMAIN,
    ofEach((right, path) =>
      hitIf(isDead(right), `${path}.status`, '该权利已终止，进入公有领域的技术不能作为转让或许可的标的', {
        status: right.status,
      }),
    ),
  ),
  block(
    'rights.expired',
    'CONTRACT.RIGHT_DEAD',
    PUBLIC_DOMAIN,
    ofLivePatents((right, path, { effectiveFrom }) => {
      const end = termEnd(right);
      return hitIf(
        end !== null && effectiveFrom !== null && end < effectiveFrom,
        `${path}.expiresOn`,
        `专利权于 ${end ?? ''} 届满，早于合同生效日`,
        { end, effectiveFrom },
      );
    }),
  ),
  block(
    'rights.licence-granted',
    'CONTRACT.PATENT_NOT_GRANTED',
    { ...PROOF, cite: ALIVE },
    ofLivePatents((right, path, form) =>
      hitIf(
        form.subclass === '31' && right.status !== 'GRANTED',
        `${path}.status`,
        '专利实施许可须以有效的授权专利为标的；申请中的技术请按技术秘密许可登记',
        { status: right.status },
      ),
    ),
  ),
  block(
    'rights.licence-within-term',
    'CONTRACT.LICENCE_OUTLIVES_PATENT',
    { cite: ALIVE, ground: 'R01' },
    ofLivePatents((right, path, { subclass, effectiveTo }) => {
      const end = termEnd(right);
      return hitIf(
        subclass === '31' && end !== null && effectiveTo !== null && effectiveTo > end,
        `${path}.expiresOn`,
        `许可期限止于 ${effectiveTo ?? ''}，超过专利权期限 ${end ?? ''}，请缩短有效期或核对专利期限`,
        { end, effectiveTo },
      );
    }),
  ),
  block(
    'rights.transfer-granted',
    'CONTRACT.PATENT_NOT_GRANTED',
    KINDS,
    ofLivePatents((right, path, form) =>
      hitIf(
        form.subclass === '21' && right.status !== 'GRANTED',
        `${path}.status`,
        '专利权转让须以授权专利为标的；尚未授权的请选“专利申请权转让”',
        { status: right.status },
      ),
    ),
  ),
  block(
    'rights.application-pending',
    'CONTRACT.PATENT_NOT_PENDING',
    KINDS,
    ofLivePatents((right, path, form) =>
      hitIf(
        form.subclass === '22' && right.status !== 'PENDING',
        `${path}.status`,
        '专利申请权转让以申请中的专利为标的；已授权的请选“专利权转让”',
        { status: right.status },
      ),
    ),
  ),
];

const fitting: readonly Rule[] = [
  block('rights.kind', 'CONTRACT.IP_KIND_MISMATCH', KINDS, ({ form: { subclass, content } }) => {
    const kinds = KIND_OF_SUBCLASS[subclass ?? ''];
    return hitIf(
      kinds !== undefined && content.ipKind !== null && !kinds.includes(content.ipKind),
      'content.ipKind',
      '知识产权类型与合同类别不符，请改选其一',
      { subclass, ipKind: content.ipKind },
    );
  }),
  block(
    'rights.open-licence',
    'CONTRACT.OPEN_LICENCE_NEEDS_PATENT',
    { cite: statute('专利法第50至52条') },
    ({ form }) =>
      hitIf(
        disposesOfRight(form.subclass) && form.licenceMode === 'OPEN' && form.subclass !== '31',
        'licenceMode',
        '开放许可只适用于专利实施许可',
        { subclass: form.subclass },
      ),
  ),
];

/** Rights that a transfer or licence disposes of: named, alive, and as long as the licence. */
export const rights: readonly Rule[] = [...fitting, ...identity, ...alive];
