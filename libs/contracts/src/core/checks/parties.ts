import { isUscc, normaliseUscc } from '@jihui/kernel';
import { isIdCard } from '../identity-card.js';
import { CHINA, type ContractForm, type Party } from '../contract.js';
import { statute, type Citation } from '../rulesets/law.js';
import { block, hitIf, missing, required, warning, type Hit, type Rule } from '../rulesets/rule.js';

const UNCLEAR: { readonly cite: Citation; readonly ground: 'R03' } = {
  cite: (law) => law.grounds,
  ground: 'R03',
};
const NATURAL_PERSON = '500';

interface Side {
  readonly party: Party;
  readonly path: string;
  readonly seller: boolean;
}

/** Both sides in order, each with its path. */
const sidesOf = (form: ContractForm): readonly Side[] => [
  ...form.sellers.map((party, index) => ({ party, path: `sellers.${index}`, seller: true })),
  ...form.buyers.map((party, index) => ({ party, path: `buyers.${index}`, seller: false })),
];

/** A rule on each party. */
const ofEach =
  (look: (side: Side) => readonly Hit[]): Rule['look'] =>
  ({ form }) =>
    sidesOf(form).flatMap((side) => [...look(side)]);

const isHome = ({ country }: Party): boolean => country === CHINA;

const keyOf = (party: Party): string =>
  party.identifier ? `${party.identifierKind}:${normaliseUscc(party.identifier)}` : `name:${party.name}`;

function twice(form: ContractForm): readonly Hit[] {
  const seen = new Set<string>();
  return sidesOf(form).flatMap(({ party, path }) => {
    if (!party.identifier && !party.name) return [];
    const key = keyOf(party);
    if (seen.has(key)) return [{ path, message: '同一主体不能重复出现在合同各方中' }];
    seen.add(key);
    return [];
  });
}

/** Parties on both sides, 1..n, each identified; nobody contracts with oneself. */
export const parties: readonly Rule[] = [
  required('sellers', '卖方', UNCLEAR, (form) => form.sellers),
  required('buyers', '买方', UNCLEAR, (form) => form.buyers),
  block(
    'parties.name',
    'REQUIRED',
    UNCLEAR,
    ofEach(({ party, path }) => missing(`${path}.name`, '名称', party.name)),
  ),
  block(
    'parties.identifier',
    'REQUIRED',
    UNCLEAR,
    ofEach(({ party, path }) => missing(`${path}.identifier`, '统一社会信用代码或证件号', party.identifier)),
  ),
  block(
    'parties.nature',
    'REQUIRED',
    UNCLEAR,
    ofEach(({ party, path }) => missing(`${path}.nature`, '单位性质', party.nature)),
  ),
  block(
    'parties.division',
    'REQUIRED',
    UNCLEAR,
    ofEach(({ party, path }) =>
      isHome(party) ? missing(`${path}.divisionCode`, '行政区划', party.divisionCode) : [],
    ),
  ),
  block(
    'parties.legal-representative',
    'REQUIRED',
    UNCLEAR,
    ofEach(({ party, path }) =>
      isHome(party) && party.nature !== NATURAL_PERSON
        ? missing(`${path}.legalRepresentative`, '法定代表人', party.legalRepresentative)
        : [],
    ),
  ),
  block(
    'parties.contact',
    'REQUIRED',
    UNCLEAR,
    ofEach(({ party, path, seller }) =>
      seller
        ? [
            ...missing(`${path}.contactName`, '项目联系人', party.contactName),
            ...missing(`${path}.contactPhone`, '联系电话', party.contactPhone),
          ]
        : [],
    ),
  ),
  block(
    'parties.uscc',
    'CONTRACT.BAD_USCC',
    { ...UNCLEAR, cite: statute('GB 32100-2015') },
    ofEach(({ party: { identifier, identifierKind }, path }) =>
      hitIf(
        identifierKind === 'USCC' && Boolean(identifier) && !isUscc(normaliseUscc(identifier ?? '')),
        `${path}.identifier`,
        '统一社会信用代码的校验位不对，请对照营业执照或法人证书核对',
        { identifier },
      ),
    ),
  ),
  block(
    'parties.id-card',
    'CONTRACT.BAD_ID_CARD',
    { ...UNCLEAR, cite: statute('GB 11643-1999') },
    ofEach(({ party: { identifier, identifierKind }, path }) =>
      hitIf(
        identifierKind === 'ID_CARD' && Boolean(identifier) && !isIdCard(identifier ?? ''),
        `${path}.identifier`,
        '身份证号的校验位不对，请对照证件核对',
      ),
    ),
  ),
  block(
    'parties.home-identifier',
    'CONTRACT.FOREIGN_IDENTIFIER',
    UNCLEAR,
    ofEach(({ party, path }) =>
      hitIf(
        isHome(party) && party.identifierKind === 'FOREIGN',
        `${path}.identifierKind`,
        '境内单位请填写统一社会信用代码，自然人请填写身份证号',
        { country: party.country },
      ),
    ),
  ),
  block('parties.once', 'CONTRACT.PARTY_TWICE', UNCLEAR, ({ form }) => twice(form)),
  block('parties.broker-name', 'REQUIRED', { cite: statute('民法典第887条') }, ({ form }) =>
    form.brokers.flatMap(({ name }, index) => [...missing(`brokers.${index}.name`, '中介方名称', name)]),
  ),
  warning(
    'parties.broker-fee',
    'CONTRACT.BROKER_FEE_OPEN',
    { cite: statute('最高人民法院技术合同纠纷解释第38至41条') },
    ({ form }) =>
      form.brokers.flatMap(({ fee, payer }, index) => [
        ...hitIf(
          fee === null || payer === null,
          `brokers.${index}.fee`,
          '未写明中介费用或支付方，按委托人与第三人平均负担处理',
          { fee, payer },
        ),
      ]),
  ),
  block(
    'parties.applicant-first',
    'CONTRACT.APPLICANT_NOT_FIRST',
    { cite: (law) => law.applicant },
    ({ form, facts: { applicantUscc }, set }) => {
      const buyerApplies = form.flags.foreign === 'IMPORT' && set.importApplicant === 'DOMESTIC_BUYER';
      const side = buyerApplies ? form.buyers : form.sellers;
      const first = normaliseUscc(side[0]?.identifier ?? '');
      return hitIf(
        side.length > 0 && first !== applicantUscc,
        buyerApplies ? 'buyers.0' : 'sellers.0',
        buyerApplies
          ? '技术进口合同由境内买方申请登记：请把申请单位填为第一买方'
          : '技术合同由卖方申请登记：请把申请单位填为第一卖方',
        { first, applicant: applicantUscc },
      );
    },
  ),
  block(
    'parties.border',
    'CONTRACT.FOREIGN_PARTY',
    { cite: statute('技术进出口管理条例'), ground: 'R06' },
    ({ form }) =>
      hitIf(
        sidesOf(form).some(({ party }) => !isHome(party)) && form.flags.foreign === 'NONE',
        'flags.foreign',
        '有境外一方，请选择技术进口或出口，并填写许可或登记号',
        { countries: sidesOf(form).map(({ party }) => party.country) },
      ),
  ),
];
