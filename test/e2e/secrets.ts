/** People of the demo city and outside it, by whom everything is asked. */
export const READERS = [
  'anonymous',
  'stranger',
  'researcher',
  'office',
  'enterprise',
  'broker',
  'officer',
  'registrar',
  'county',
  'admin',
  'institute',
  'solar',
  'hidden',
  'otherCounty',
  'otherBroker',
] as const;
export type Reader = (typeof READERS)[number];

/** Something that was written in one place only, and who may come to read it. */
export interface Secret {
  readonly text: string;
  readonly readers: readonly Reader[];
}

const everybodySignedIn = READERS.filter((reader) => reader !== 'anonymous');
const university: readonly Reader[] = ['researcher', 'office'];
/** The city's own bureau: its officers look after every listing and deal of the city. */
const bureau: readonly Reader[] = ['officer'];
const room: readonly Reader[] = [...university, 'enterprise', 'broker'];

/**
 * What is planted, and who reads it: written from the reference (C3, D1, D3, A7, A10, I9, I10) and the READMEs'
 * tables of who sees what. A secret that somebody else comes to read fails, and so does one that nobody reads.
 */
export const SECRETS = {
  // An anonymous need: its members and the bureau in charge alone (the county's of another place not).
  ownerName: { text: '哨兵氦岚坊', readers: ['hidden', 'officer'] },
  ownerCode: { text: '', readers: ['hidden', 'officer'] },
  needContact: { text: '哨兵联系人', readers: ['hidden', 'officer'] },
  needPhone: { text: '0350-8182838', readers: ['hidden', 'officer'] },
  needScale: { text: '哨兵规模', readers: ['hidden', 'officer'] },
  needReason: { text: '哨兵退回需求', readers: ['hidden', 'officer'] },
  // What it writes about an offer before it shows itself; why it declines is read by those who take part, which the
  // office's researchers do not.
  hiddenNote: { text: '哨兵匿名备注', readers: ['hidden'] },
  hiddenFile: { text: '哨兵匿名附件', readers: ['hidden'] },
  declined: { text: '哨兵谢绝说明', readers: ['hidden', 'office'] },
  // A draft is its author's and the office's; what the unit returned never reached the bureau.
  draftTitle: { text: '哨兵草稿成果', readers: university },
  returnReason: { text: '哨兵退回成果', readers: university },
  // Signed-in people alone.
  signedInText: { text: '氙灯遮光罩', readers: everybodySignedIn },
  // Under an NDA: the owner, the bureau, and the unit that accepted it.
  ndaKeyPoints: { text: '氪星配方甲', readers: [...university, ...bureau, 'enterprise'] },
  ndaInnovation: { text: '氪星机理乙', readers: [...university, ...bureau, 'enterprise'] },
  ndaComparison: { text: '氪星对照丙', readers: [...university, ...bureau, 'enterprise'] },
  ndaFile: { text: '哨兵受限附件', readers: [...university, ...bureau, 'enterprise'] },
  // The talks of a deal: those who take part; notes stay in one organisation.
  message: { text: '哨兵留言', readers: room },
  contact: { text: '哨兵参加人', readers: room },
  sharedFile: { text: '哨兵共享文件', readers: room },
  ownFile: { text: '哨兵自留文件', readers: ['enterprise'] },
  note: { text: '哨兵备注', readers: ['enterprise'] },
  proposal: { text: '哨兵附言', readers: room },
  paymentTerms: { text: '哨兵支付约定', readers: room },
  place: { text: '哨兵签订地点', readers: room },
  invitation: { text: '哨兵邀请说明', readers: ['enterprise', 'broker'] },
  commission: { text: '7654321', readers: ['enterprise', 'broker'] },
  // Who objected: the seller's office, the bureau of either side, the objector.
  objector: { text: '哨兵异议人', readers: ['office', 'officer', 'solar'] },
  objectionContact: { text: '13911112222', readers: ['office', 'officer', 'solar'] },
  // Matching.
  verdictReason: { text: '哨兵评价理由', readers: ['enterprise'] },
  expertVerdictReason: { text: '哨兵专家评价', readers: ['enterprise'] },
  // Identity.
  organisationPhone: { text: '13922223333', readers: ['hidden', 'officer', 'registrar', 'admin'] },
  joinNote: { text: '哨兵申请说明', readers: ['institute', 'officer', 'registrar', 'admin', 'stranger'] },
  invited: { text: 'invitee@sentinel.example', readers: ['institute', 'officer', 'registrar', 'admin'] },
  letterFile: { text: '哨兵委托书', readers: ['enterprise', 'officer', 'registrar', 'admin'] },
  // What one imported, with what was wrong in it.
  importFile: { text: '哨兵导入', readers: ['enterprise'] },
  badCell: { text: '哨兵坏值', readers: ['enterprise'] },
  // An application before it is submitted is the applicant's.
  applicationTitle: { text: '哨兵申请标题', readers: ['office'] },
  // An application for a patent before it is published is its holder's; what a licence costs, the bureau's too.
  patentTitle: { text: '哨兵未公布发明', readers: university },
  // What an expert keeps for the bureau, and relations, which nobody else reads; what is for whoever signed in.
  expertPhone: { text: '13955556666', readers: ['registrar', ...bureau] },
  expertRelation: { text: '哨兵亲属关系', readers: ['registrar', ...bureau] },
  expertDegree: { text: '哨兵学位', readers: everybodySignedIn },
  // An agency's member before the register: who is asked to confirm, and how the broker is reached.
  brokerDraft: { text: '哨兵经纪人简介', readers: ['researcher', 'office'] },
  brokerPhone: { text: '13966667777', readers: everybodySignedIn },
  // An agency before the register, and how one of the register is reached.
  agencyDraft: { text: '哨兵机构简介', readers: [...university] },
  agencyPhone: { text: '13944445555', readers: everybodySignedIn },
  // What a side says of a broker, while it could be told from it who said it.
  ratingText: { text: '哨兵评价说明', readers: ['enterprise', 'broker', ...bureau] },
  // A demand: a draft is its owner's, from the submission on its county's and the city's.
  callDraft: { text: '哨兵榜单草稿', readers: ['solar'] },
  callWork: { text: '哨兵研发内容', readers: ['solar', 'county', ...bureau] },
  // A project that its unit does not open, and what a record of support that was withdrawn says.
  projectSummary: { text: '哨兵横向项目', readers: [...university, ...bureau] },
  withdrawnSupport: { text: '哨兵撤销理由', readers: ['enterprise', ...bureau] },
  licenceFee: { text: '哨兵许可费', readers: [...university, ...bureau] },
} satisfies Record<string, Secret>;
export type SecretName = keyof typeof SECRETS;
