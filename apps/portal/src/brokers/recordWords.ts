import type { BrokerLevel, RecordState } from '../gql/graphql.js';
import type { StatusTone } from '../design/StatusTag.js';
import { words } from '../i18n/index.js';

type Names<K extends string> = Readonly<Record<K, string>>;

export const brokerLevels = words<Names<BrokerLevel>>(
  { JUNIOR: '初级技术经纪人', INTERMEDIATE: '中级技术经纪人', SENIOR: '高级技术经理人' },
  { JUNIOR: 'Junior broker', INTERMEDIATE: 'Intermediate broker', SENIOR: 'Senior technology manager' },
);

export const recordStates = words<Names<RecordState>>(
  { PENDING: '待核验', CONFIRMED: '已核验', REFUSED: '未予确认' },
  { PENDING: 'To be checked', CONFIRMED: 'Confirmed', REFUSED: 'Refused' },
);

export const recordTones: Readonly<Record<RecordState, StatusTone>> = {
  PENDING: 'moving',
  CONFIRMED: 'good',
  REFUSED: 'refused',
};

export const recordWords = words(
  {
    level: '等级',
    noLevel: '未登记等级',
    credentials: '等级证书',
    credentialsNote: '证书由经纪人登记、科技部门核验；过期证书不计等级。',
    noCredentials: '还没有登记的证书',
    number: '证书编号',
    issuer: '发证机构',
    issuedOn: '发证日期',
    validTo: '有效期至',
    noTerm: '长期',
    validToHint: '没有有效期的不填',
    state: '核验',
    trainings: '继续教育学时',
    trainingsNote: (source: string) => `依据：${source}`,
    noTrainings: '还没有登记的课程',
    year: (year: number) => `${year} 年`,
    hoursOf: (confirmed: number, required: number) => `${confirmed} / ${required}`,
    hoursUnit: '学时',
    pendingHours: (hours: number) => `另有 ${hours} 学时待核验`,
    enough: '已完成',
    lacking: (hours: number) => `还差 ${hours} 学时`,
    course: '课程名称',
    provider: '举办单位',
    hours: '学时',
    endedOn: '结束日期',
    endedOnHint: '学时计入这一年',
    certificate: '结业证书编号',
    addCredential: '登记证书',
    addTraining: '登记学时',
    withdraw: '撤回',
    withdrawAsk: (name: string) => `撤回“${name}”？撤回后可以重新登记。`,
    check: '核验',
    accept: '予以确认',
    refuse: '不予确认',
    decision: '核验结论',
    note: '核验意见',
    noteHint: '不予确认时必填；经纪人能看到',
  },
  {
    level: 'Level',
    noLevel: 'No level registered',
    credentials: 'Certificates',
    credentialsNote:
      'Stated by the broker, checked by the bureau; a certificate that is over gives no level.',
    noCredentials: 'No certificate yet',
    number: 'Number',
    issuer: 'Issuer',
    issuedOn: 'Issued',
    validTo: 'Valid to',
    noTerm: 'No term',
    validToHint: 'Empty where it has no term',
    state: 'Checked',
    trainings: 'Hours of training',
    trainingsNote: (source: string) => `Source: ${source}`,
    noTrainings: 'No course yet',
    year: (year: number) => String(year),
    hoursOf: (confirmed: number, required: number) => `${confirmed} / ${required}`,
    hoursUnit: 'hours',
    pendingHours: (hours: number) => `${hours} more to be checked`,
    enough: 'Complete',
    lacking: (hours: number) => `${hours} hours short`,
    course: 'Course',
    provider: 'Provider',
    hours: 'Hours',
    endedOn: 'Ended',
    endedOnHint: 'The hours count in that year',
    certificate: 'Certificate no.',
    addCredential: 'Add a certificate',
    addTraining: 'Add hours',
    withdraw: 'Take back',
    withdrawAsk: (name: string) => `Take back “${name}”? You can add it again.`,
    check: 'Check',
    accept: 'Confirm',
    refuse: 'Refuse',
    decision: 'Decision',
    note: 'Note',
    noteHint: 'Required for a refusal; the broker reads it',
  },
);
