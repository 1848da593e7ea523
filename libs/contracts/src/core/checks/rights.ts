import {
  isPatentNumber,
  normalisePatentNumber,
  patentKindOf,
  patentTermEnd,
  type LegalDay,
} from '@jihui/kernel';
import { disposesOfRight, type ContractForm, type ContractIpRight, type MainIpKind } from '../contract.js';
import type { FormCheck } from '../facts.js';
import { Findings } from '../findings.js';

const ALIVE = '民法典第865条';
const PUBLIC_DOMAIN = { article: '技术合同认定登记规则（修订稿）第12条', ground: 'R02' } as const;
const PROOF = { article: '技术合同认定登记规则（修订稿）第10条', ground: 'R09' } as const;

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

function identity(right: ContractIpRight, path: string, found: Findings): void {
  found.required(`${path}.title`, '权利名称', right.title, PROOF);
  if (right.kind === 'KNOW_HOW') return;
  found.required(`${path}.number`, '权利号', right.number, PROOF);
  if (!isPatent(right.kind)) return;
  found.required(`${path}.filedOn`, '申请日', right.filedOn, { article: '民法典第845条', ground: 'R09' });
  found.required(`${path}.owners`, '权利人', right.owners, { article: '民法典第845条', ground: 'R09' });
  if (!right.number) return;
  const number = normalisePatentNumber(right.number);
  const valid = isPatentNumber(number);
  found
    .blockIf(!valid, `${path}.number`, 'CONTRACT.BAD_PATENT_NUMBER', '专利号校验位不对，请对照证书核对', {
      article: 'ZC 0006-2003',
      ground: 'R09',
    })
    .warnIf(
      valid && patentKindOf(number) !== right.kind,
      `${path}.kind`,
      'CONTRACT.PATENT_KIND_MISMATCH',
      '专利号所示的专利类型与所选类型不同，请核对',
      { article: 'ZC 0006-2003' },
    );
}

function alive(form: ContractForm, right: ContractIpRight, path: string, found: Findings): void {
  const dead = ['EXPIRED', 'ABANDONED', 'INVALIDATED'].includes(right.status);
  found.blockIf(
    dead,
    `${path}.status`,
    'CONTRACT.RIGHT_DEAD',
    '该权利已终止，进入公有领域的技术不能作为转让或许可的标的',
    PUBLIC_DOMAIN,
  );
  if (dead || !isPatent(right.kind)) return;
  const end = termEnd(right);
  found.blockIf(
    end !== null && form.effectiveFrom !== null && end < form.effectiveFrom,
    `${path}.expiresOn`,
    'CONTRACT.RIGHT_DEAD',
    `专利权于 ${end} 届满，早于合同生效日`,
    PUBLIC_DOMAIN,
  );
  if (form.subclass === '31')
    found
      .blockIf(
        right.status !== 'GRANTED',
        `${path}.status`,
        'CONTRACT.PATENT_NOT_GRANTED',
        '专利实施许可须以有效的授权专利为标的；申请中的技术请按技术秘密许可登记',
        { article: ALIVE, ground: 'R09' },
      )
      .blockIf(
        end !== null && form.effectiveTo !== null && form.effectiveTo > end,
        `${path}.expiresOn`,
        'CONTRACT.LICENCE_OUTLIVES_PATENT',
        `许可期限止于 ${form.effectiveTo}，超过专利权期限 ${end}，请缩短有效期或核对专利期限`,
        { article: ALIVE, ground: 'R01' },
      );
  found
    .blockIf(
      form.subclass === '21' && right.status !== 'GRANTED',
      `${path}.status`,
      'CONTRACT.PATENT_NOT_GRANTED',
      '专利权转让须以授权专利为标的；尚未授权的请选“专利申请权转让”',
      { article: '民法典第863条', ground: 'R07' },
    )
    .blockIf(
      form.subclass === '22' && right.status !== 'PENDING',
      `${path}.status`,
      'CONTRACT.PATENT_NOT_PENDING',
      '专利申请权转让以申请中的专利为标的；已授权的请选“专利权转让”',
      { article: '民法典第863条', ground: 'R07' },
    );
}

function owned(form: ContractForm, right: ContractIpRight, path: string, found: Findings): void {
  const sellers = form.sellers.map(({ name }) => name);
  found.warnIf(
    right.owners.length > 0 && !right.owners.some((owner) => sellers.includes(owner)),
    `${path}.owners`,
    'CONTRACT.OWNER_NOT_SELLER',
    '权利人中没有卖方，请上传权利人的授权或转让证明',
    PROOF,
  );
}

/** Rights that a transfer or licence disposes of: named, alive, and as long as the licence. */
export const rights: FormCheck = (form) => {
  if (!disposesOfRight(form.subclass)) return [];
  const found = new Findings();
  const { ipKind, ipRights } = form.content;
  const kinds = KIND_OF_SUBCLASS[form.subclass ?? ''];
  found
    .blockIf(
      kinds !== undefined && ipKind !== null && !kinds.includes(ipKind),
      'content.ipKind',
      'CONTRACT.IP_KIND_MISMATCH',
      '知识产权类型与合同类别不符，请改选其一',
      { article: '民法典第863条', ground: 'R07' },
    )
    .required('content.ipRights', '权利清单', ipRights, PROOF)
    .blockIf(
      form.licenceMode === 'OPEN' && form.subclass !== '31',
      'licenceMode',
      'CONTRACT.OPEN_LICENCE_NEEDS_PATENT',
      '开放许可只适用于专利实施许可',
      { article: '专利法第50至52条' },
    );
  ipRights.forEach((right, index) => {
    const path = `content.ipRights.${index}`;
    identity(right, path, found);
    alive(form, right, path, found);
    owned(form, right, path, found);
  });
  return found.found;
};
