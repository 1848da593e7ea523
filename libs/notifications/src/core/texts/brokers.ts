import type { AgencyFact, BrokerFact, RatingFact } from '../facts.js';
import type { Text } from './text.js';

/** Where somebody sees to their own entry. */
const MY_ENTRY = '/brokers/mine';

const ofBroker =
  (title: (name: string) => string, body: (broker: BrokerFact) => string, place = '/brokers/') =>
  (broker: BrokerFact): Text => ({
    title: title(broker.name),
    body: body(broker),
    link: place.endsWith('/') ? `${place}${broker.id}` : place,
  });
const noted = ({ note }: BrokerFact): string => (note === '' ? '' : `说明：${note}。`);

export const BROKER_TEXTS = {
  waitsForAgency: ofBroker(
    (name) => `${name}申报技术经纪人，待机构确认`,
    ({ organisationName }) => `请核对其为${organisationName}人员及所填信息，确认后由科技部门审核。`,
  ),
  waitsForBureau: ofBroker(
    (name) => `${name}申报技术经纪人，待审核`,
    ({ organisationName }) => `所在机构：${organisationName}。请审核登记条件。`,
  ),
  confirmed: ofBroker(
    () => '所在机构已确认您的经纪人申报',
    () => '已转科技部门审核，结果会在这里告知。',
    MY_ENTRY,
  ),
  declined: ofBroker(
    () => '所在机构未确认您的经纪人申报',
    (broker) => `${noted(broker)}修改后可以重新提交。`,
    MY_ENTRY,
  ),
  admitted: ofBroker(
    () => '您已列入技术经纪人名录',
    () => '名录向社会公开；业绩由平台上的对接和合同自动汇成，请及时登记证书和学时。',
    MY_ENTRY,
  ),
  returned: ofBroker(
    () => '您的经纪人申报被退回',
    (broker) => `${noted(broker)}修改后可以重新提交。`,
    MY_ENTRY,
  ),
  suspended: ofBroker(
    () => '您的经纪人登记已暂停',
    (broker) => `${noted(broker)}暂停期间不在名录中公开。`,
    MY_ENTRY,
  ),
  resumed: ofBroker(
    () => '您的经纪人登记已恢复',
    () => '名录重新公开您的信息。',
    MY_ENTRY,
  ),
  removed: ofBroker(
    () => '您已被移出技术经纪人名录',
    (broker) => `${noted(broker)}如有异议，请向科技部门提出。`,
    MY_ENTRY,
  ),
  recordWaits: ofBroker(
    (name) => `${name}登记了证书或学时，待核验`,
    ({ organisationName }) => `所在机构：${organisationName}。请核对证书编号、发证机构和学时。`,
  ),
  recordChecked: ofBroker(
    () => '您登记的证书或学时已核验',
    () => '请打开登记查看核验结果；未予确认的，可以补充后重新登记。',
    '/brokers/',
  ),
  lapsed: ofBroker(
    () => '您的等级证书已过有效期',
    () => '名录中的等级随之变动；换发证书后请重新登记。',
    '/brokers/',
  ),
  left: ofBroker(
    () => '您已不是所在机构的成员，经纪人登记随之变动',
    () => '加入新的机构后，请退出名录并以新的机构重新申报。',
    MY_ENTRY,
  ),
  designated: ofBroker(
    () => '您已被认定为骨干技术经纪人',
    () => '名录中显示认定标识；认定文号和有效期见登记页面。',
    '/brokers/',
  ),
  undesignated: ofBroker(
    () => '您的骨干技术经纪人认定已撤销',
    () => '理由见登记页面的办理记录。如有异议，请向科技部门提出。',
    '/brokers/',
  ),
} satisfies Readonly<Record<string, (fact: BrokerFact) => Text>>;

const ofAgency =
  (title: (name: string) => string, body: (agency: AgencyFact) => string) =>
  (agency: AgencyFact): Text => ({
    title: title(agency.name),
    body: body(agency),
    link: `/agencies/${agency.id}`,
  });
const said = ({ note }: AgencyFact): string => (note === '' ? '' : `说明：${note}。`);

export const AGENCY_TEXTS = {
  waits: ofAgency(
    (name) => `${name}申报中介机构登记，待审核`,
    () => '请审核登记条件和所填信息。',
  ),
  admitted: ofAgency(
    (name) => `${name}已列入中介机构名录`,
    () => '名录向社会公开；业绩由平台上的对接和合同自动汇成。',
  ),
  returned: ofAgency(
    (name) => `${name}的中介机构申报被退回`,
    (agency) => `${said(agency)}修改后可以重新提交。`,
  ),
  suspended: ofAgency(
    (name) => `${name}的中介机构登记已暂停`,
    (agency) => `${said(agency)}暂停期间不在名录中公开。`,
  ),
  resumed: ofAgency(
    (name) => `${name}的中介机构登记已恢复`,
    () => '名录重新公开本机构的信息。',
  ),
  removed: ofAgency(
    (name) => `${name}已被移出中介机构名录`,
    (agency) => `${said(agency)}如有异议，请向科技部门提出。`,
  ),
  designated: ofAgency(
    (name) => `${name}已被认定为骨干机构`,
    ({ designatedUntil }) =>
      designatedUntil === null ? '名录中显示认定标识。' : `名录中显示认定标识，有效期至 ${designatedUntil}。`,
  ),
  undesignated: ofAgency(
    (name) => `${name}的骨干机构认定已撤销`,
    () => '理由见登记页面的办理记录。如有异议，请向科技部门提出。',
  ),
  supported: ofAgency(
    (name) => `${name}登记了一项扶持`,
    () => '科技部门登记的扶持记录见登记页面，随名录公开。如有出入，请向科技部门提出。',
  ),
  unsupported: ofAgency(
    (name) => `${name}的一项扶持记录已撤销`,
    () => '理由见登记页面的扶持记录。如有异议，请向科技部门提出。',
  ),
} satisfies Readonly<Record<string, (fact: AgencyFact) => Text>>;

const ofRating =
  (title: (rating: RatingFact) => string, body: (rating: RatingFact) => string) =>
  (rating: RatingFact): Text => ({
    title: title(rating),
    body: body(rating),
    link: `/brokers/${rating.brokerId}`,
  });

export const RATING_TEXTS = {
  rated: ofRating(
    ({ raterName }) => `${raterName}评价了您`,
    () => '可以就这条评价答复一次，答复与评价一并显示。',
  ),
  answered: ofRating(
    ({ brokerName }) => `${brokerName}答复了您的评价`,
    () => '请打开经纪人页面查看答复。',
  ),
  hidden: ofRating(
    ({ brokerName }) => `对${brokerName}的一条评价已被隐藏`,
    ({ reason }) => `理由：${reason}。如有异议，请向科技部门提出。`,
  ),
  shown: ofRating(
    ({ brokerName }) => `对${brokerName}的一条评价已恢复公开`,
    () => '请打开经纪人页面查看。',
  ),
} satisfies Readonly<Record<string, (fact: RatingFact) => Text>>;
