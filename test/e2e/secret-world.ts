import { readFileSync } from 'node:fs';
import { anonymous, usccCheckCharacter, type Actor, type PersonActor } from '@jihui/kernel';
import { aMember, mailsIn, type GraphClient } from '@jihui/testing';
import { demoActor, demoOrganisation, demoPerson, type DemoCity } from './city.js';
import { plantDeal, upload, PDF, type As, type Keep } from './secret-deal.js';
import { SECRETS, type Reader } from './secrets.js';
import { CALL } from './trial-calls.js';
import { at, perform, type Subject } from './walk.js';

const { result: RESULT, need: NEED } = JSON.parse(readFileSync('config/demo/main-job.json', 'utf8')) as {
  readonly result: object;
  readonly need: object;
};

/** The hidden owner's county. */
const PLACE = '140922';

/** Code of the hidden owner: valid, and nobody else's. */
const FIRST_SEVENTEEN = '91140922MA0H1DDEN';
export const OWNER_CODE = `${FIRST_SEVENTEEN}${usccCheckCharacter(FIRST_SEVENTEEN)}`;

export interface SecretWorld {
  as(reader: Reader): GraphClient;
  /** Ids of everything that was made, by the argument or field that takes them. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Paths of every file that was stored. */
  readonly files: readonly string[];
  readonly anonymousNeed: string;
  readonly ndaResult: string;
  readonly signedInResult: string;
  readonly hiddenOwner: string;
}

/** Plants every secret through the API, each written by whom it is of. */
export async function plant(city: DemoCity): Promise<SecretWorld> {
  const newcomers = {
    stranger: await newcomer(city, '陌生人', 'stranger@sentinel.example'),
    otherCounty: await newcomer(city, '外县经办人', 'county@sentinel.example'),
    otherBroker: await newcomer(city, '另一经纪人', 'broker@sentinel.example'),
  };
  const owner = await hiddenOwner(city);
  const actors = actorsOf(newcomers, owner.actor);
  const as = (reader: Reader): GraphClient => city.as(actors[reader]);
  const university = demoOrganisation('university').id;
  const enterprise = demoOrganisation('flangeMaker').id;
  const files: string[] = [];
  const keep = (path: string): string => (files.push(path), path);

  const anonymousNeed = await plantNeed(as, owner.id, city);
  const { draft, returned, nda, signedIn, open } = await plantResults(as, university, enterprise, city, keep);
  await city.settle();
  const deal = await plantDeal(as, city, open, keep);
  const offered = await perform(as('office'), 'openDeal', {
    organisationId: university,
    needId: anonymousNeed.id,
    cooperationMode: 'SERVICE',
    message: '我们可以承担',
  });
  await declineHidden(as, offered, keep);
  await perform(as('broker'), 'introduceDeal', {
    brokerOrganisationId: demoOrganisation('brokerAgency').id,
    needId: anonymousNeed.id,
    sellerId: demoOrganisation('institute').id,
    represents: 'NONE',
    cooperationMode: 'SERVICE',
    message: '双方很合适',
  });
  await city.settle();
  await plantIdentity(as, keep);
  const run = await plantImport(as, enterprise, keep);
  const patents = await plantPatents(as, university);
  const project = await plantProject(as, university);
  const expert = await plantExpert(as);
  const brokers = await plantBrokers(as, university, enterprise);
  const agencies = await plantAgencies(as, university, enterprise);
  const calls = await plantCalls(as);
  const { myBroker } = await as('broker').query<{ myBroker: { id: string } }>('{ myBroker { id } }');
  const rating = await perform(as('enterprise'), 'rateBroker', {
    brokerId: myBroker.id,
    dealId: deal.id,
    scores: { EXPERTISE: 5, TIMELINESS: 4, HONESTY: 5, OUTCOME: 3 },
    text: SECRETS.ratingText.text,
  });
  const application = await perform(as('office'), 'startApplication', { dealId: deal.id });
  await perform(as('office'), 'saveApplicationDraft', {
    ...at(application),
    form: { title: SECRETS.applicationTitle.text },
  });
  await city.settle();
  return {
    as,
    files,
    anonymousNeed: anonymousNeed.id,
    ndaResult: nda.id,
    signedInResult: signedIn.id,
    hiddenOwner: owner.id,
    ids: {
      result: [draft.id, returned.id, nda.id, open.id],
      need: [anonymousNeed.id, deal.need],
      deal: [deal.id, offered.id],
      disclosure: [deal.disclosure],
      contract: [application.id],
      importRun: [run],
      patent: patents.map(({ id }) => id),
      project: [project.id],
      expert: [expert.id, deal.expert],
      broker: [...brokers.map(({ id }) => id), myBroker.id],
      brokerRating: [rating.id],
      call: calls.map(({ id }) => id),
      agency: agencies.map(({ id }) => id),
      organisation: [owner.id, university, enterprise, demoOrganisation('institute').id],
    },
  };
}

function actorsOf(
  newcomers: Readonly<Record<'stranger' | 'otherCounty' | 'otherBroker', PersonActor>>,
  hidden: PersonActor,
): Record<Reader, Actor> {
  const { stranger, otherCounty, otherBroker } = newcomers;
  return {
    anonymous,
    stranger,
    hidden,
    researcher: demoActor('researcher'),
    office: demoActor('transferOfficer'),
    enterprise: demoActor('enterprise'),
    broker: demoActor('broker'),
    officer: demoActor('officer'),
    registrar: demoActor('registrar2'),
    county: demoActor('county'),
    admin: demoActor('admin'),
    institute: demoActor('institute'),
    solar: demoActor('solar'),
    otherCounty: aMember('BUREAU_COUNTY', ['OFFICER', 'REGISTRAR'], {
      divisionCode: '140924',
      personId: otherCounty.personId,
    }),
    otherBroker: aMember('BROKER_AGENCY', ['BROKER', 'ORG_ADMIN'], { personId: otherBroker.personId }),
  };
}

/** A person with an account and no organisation, registered as anybody would be. */
export async function newcomer(city: DemoCity, displayName: string, email: string): Promise<PersonActor> {
  const password = 'Sentinel-2026-pass';
  await perform(city.client(), 'registerPerson', { email, displayName, password });
  await city.settle();
  const token = (await mailsIn(city.stateDir))
    .filter(({ to }) => to === email)
    .map(({ text }) => /token=([\w-]+)/.exec(text)?.[1])
    .at(-1);
  if (token === undefined) throw new Error(`no link was mailed to ${email}`);
  const { confirmEmail } = await city
    .client()
    .mutate<{ confirmEmail: { viewer: { person: { id: string } } } }>(
      'mutation ($input: ConfirmEmailInput!) { confirmEmail(input: $input) { viewer { person { id } } } }',
      { input: { token, password } },
    );
  return { kind: 'person', personId: confirmEmail.viewer.person.id, memberships: [] };
}

/** An enterprise of another county, whose only listing is the anonymous need. */
async function hiddenOwner(city: DemoCity): Promise<{ id: string; actor: PersonActor }> {
  const { id: personId } = demoPerson('tea');
  const founder: PersonActor = { kind: 'person', personId, memberships: [] };
  const registered = await perform(city.as(founder), 'registerOrganisation', {
    form: {
      name: SECRETS.ownerName.text,
      kind: 'ENTERPRISE',
      uscc: OWNER_CODE,
      divisionCode: PLACE,
      partyNature: '150',
      stateEstablished: false,
      legalRepresentative: '哨兵法人',
      address: '哨兵地址',
      contactName: '哨兵经理',
      contactPhone: SECRETS.organisationPhone.text,
    },
  });
  await perform(city.who('officer'), 'approveOrganisation', {
    organisationId: registered.id,
    expectedVersion: registered.version,
  });
  await city.settle();
  const membership = {
    organisationId: registered.id,
    kind: 'ENTERPRISE' as const,
    divisionCode: PLACE,
    roles: ['ORG_ADMIN'] as const,
  };
  return { id: registered.id, actor: { kind: 'person', personId, memberships: [membership] } };
}

/** The anonymous owner looks into an offer and declines it without ever showing itself. */
async function declineHidden(as: As, deal: Subject, keep: Keep): Promise<void> {
  await perform(as('hidden'), 'writeNote', { dealId: deal.id, body: SECRETS.hiddenNote.text });
  const file = await upload(as('hidden'), '/files/deals', `${SECRETS.hiddenFile.text}.pdf`, PDF, {
    dealId: deal.id,
  });
  keep(`/files/deals/${file.id}`);
  const note = SECRETS.declined.text;
  await perform(as('hidden'), 'abandonDeal', { ...at(deal), reason: 'OTHER', note });
}

async function plantNeed(as: As, ownerId: string, city: DemoCity): Promise<Subject> {
  const content = {
    ...NEED,
    title: '矿井提升绳在线探伤与寿命评估',
    anonymous: true,
    ownerScale: SECRETS.needScale.text,
    contact: {
      name: SECRETS.needContact.text,
      phone: SECRETS.needPhone.text,
      email: 'need@sentinel.example',
    },
    divisionCode: PLACE,
  };
  const saved = await perform(as('hidden'), 'saveNeedDraft', { ownerId, content });
  const submitted = await perform(as('hidden'), 'submitNeed', at(saved));
  const reason = `${SECRETS.needReason.text}，请补充`;
  const returned = await perform(as('officer'), 'returnNeed', { ...at(submitted), reason });
  await city.settle();
  const again = await perform(as('hidden'), 'submitNeed', at(returned));
  return perform(as('officer'), 'publishNeed', at(again));
}

async function plantResults(as: As, ownerId: string, acceptor: string, city: DemoCity, keep: Keep) {
  const save = (content: object) =>
    perform(as('researcher'), 'saveResultDraft', { ownerId, content: { ...RESULT, ...content } });
  const publish = async (content: object): Promise<Subject> => {
    const submitted = await perform(as('researcher'), 'submitResult', at(await save(content)));
    const approved = await perform(as('office'), 'approveResultByUnit', {
      ...at(submitted),
      approvalDocument: '校科转审〔2026〕21号',
    });
    return perform(as('officer'), 'publishResult', at(approved));
  };
  const draft = await save({ title: `${SECRETS.draftTitle.text}一号`, keyPoints: SECRETS.draftTitle.text });
  const submitted = await perform(
    as('researcher'),
    'submitResult',
    at(await save({ title: '被退回的一项成果' })),
  );
  const reason = `${SECRETS.returnReason.text}，请修改`;
  const returned = await perform(as('office'), 'returnResult', { ...at(submitted), reason });
  const file = await upload(
    as('researcher'),
    '/files/listings',
    `${SECRETS.ndaFile.text}.txt`,
    Buffer.from(SECRETS.ndaFile.text),
  );
  keep(`/files/listings/${file.id}`);
  const nda = await publish({
    title: '受限查阅的一项工艺成果',
    visibility: 'NDA',
    keyPoints: `${SECRETS.ndaKeyPoints.text}，含配方与温度曲线，签署保密协议后可见。`,
    innovation: SECRETS.ndaInnovation.text,
    comparison: [{ indicator: SECRETS.ndaComparison.text, ours: '1', peers: '2', basis: '检测' }],
    attachmentIds: [file.id],
  });
  await city.settle();
  await perform(as('enterprise'), 'acceptNda', {
    listingId: nda.id,
    organisationId: acceptor,
    ndaVersion: 1,
  });
  const signedIn = await publish({
    title: '登录以后可见的一项成果',
    visibility: 'SIGNED_IN',
    problem: SECRETS.signedInText.text,
  });
  const open = await publish({ title: '公开的一项辗环测量成果' });
  return { draft, returned, nda, signedIn, open };
}

/** An unpublished application, and a licence of a granted patent. */
async function plantPatents(as: As, ownerId: string): Promise<readonly Subject[]> {
  const enter = (number: string, state: string, content: object) =>
    perform(as('office'), 'savePatent', {
      ownerId,
      state,
      content: { number, kind: 'INVENTION_PATENT', inventors: ['李文博'], filedOn: '2018-03-01', ...content },
    });
  const filed = await enter('2018198700017', 'FILED', { title: SECRETS.patentTitle.text });
  const days = { publishedOn: '2019-09-01', grantedOn: '2021-05-18' };
  const granted = await enter('2018198700021', 'GRANTED', { title: '一种已授权的测温方法', ...days });
  const licence = { kind: 'ORDINARY', licensee: '某企业', effectiveOn: '2026-01-10', endsOn: '2030-01-10' };
  await perform(as('office'), 'addPatentLicence', {
    ...at(granted),
    ...licence,
    fee: SECRETS.licenceFee.text,
  });
  return [filed, granted];
}

/** Somebody of the bureau in the expert bank, with what is not for everybody. */
async function plantExpert(as: As): Promise<Subject> {
  const begun = await perform(as('registrar'), 'saveExpert', {
    organisationId: demoOrganisation('cityBureau').id,
    content: {
      title: '高级工程师',
      degree: SECRETS.expertDegree.text,
      disciplines: ['630'],
      techFields: ['03'],
      introduction: '长期从事技术合同登记与科技成果评价，熟悉认定登记规则、知识产权条款和技术经济分析。',
      phone: SECRETS.expertPhone.text,
    },
  });
  const related = await perform(as('registrar'), 'declareExpertRelation', {
    ...at(begun),
    kind: 'KIN',
    personName: SECRETS.expertRelation.text,
  });
  const handed = await perform(as('registrar'), 'submitExpert', { ...at(related), relationsDeclared: true });
  const agreed = await perform(as('admin'), 'consentExpert', at(handed));
  return perform(as('officer'), 'admitExpert', at(agreed));
}

/** A member of the university who waits for its confirmation, and a broker in the register. */
async function plantBrokers(as: As, university: string, enterprise: string): Promise<readonly Subject[]> {
  const content = {
    services: ['BROKERAGE'],
    techFields: ['03'],
    introduction: `${SECRETS.brokerDraft.text}：从事装备制造领域的技术经纪工作八年。`,
    phone: '0350-3039007',
  };
  const begun = await perform(as('researcher'), 'saveBroker', { organisationId: university, content });
  const waiting = await perform(as('researcher'), 'submitBroker', at(begun));
  const head = await perform(as('enterprise'), 'saveBroker', {
    organisationId: enterprise,
    content: {
      ...content,
      introduction: '负责企业的技术引进与合作，熟悉锻压装备和热处理工艺的成果评价。',
      phone: SECRETS.brokerPhone.text,
    },
  });
  const handed = await perform(as('enterprise'), 'submitBrokerForAgency', at(head));
  return [waiting, await perform(as('officer'), 'admitBroker', at(handed))];
}

/** A project that its unit does not open. */
function plantProject(as: As, university: string): Promise<Subject> {
  return perform(as('office'), 'saveProject', {
    ownerId: university,
    content: {
      ...{ number: 'HX2026-9', title: '法兰检测委托开发', level: 'ENTERPRISE', status: 'RUNNING' },
      ...{ leader: '李文博', startedOn: '2026-01-01', summary: SECRETS.projectSummary.text, open: false },
    },
  });
}

/** An agency that is being written, and one of the register. */
async function plantAgencies(as: As, university: string, enterprise: string): Promise<readonly Subject[]> {
  const content = {
    services: ['EVALUATION'],
    techFields: ['03'],
    introduction: `${SECRETS.agencyDraft.text}：依托校内平台开展成果评价和需求诊断。`,
    address: '忻州市忻府区和平西街10号',
    contact: '王晓岚',
    phone: '0350-3048000',
  };
  const draft = await perform(as('office'), 'saveAgency', { organisationId: university, content });
  const begun = await perform(as('enterprise'), 'saveAgency', {
    organisationId: enterprise,
    content: {
      ...content,
      introduction: '面向锻压装备企业提供工艺诊断、检验检测和技术培训的服务机构。',
      phone: SECRETS.agencyPhone.text,
    },
  });
  const handed = await perform(as('enterprise'), 'submitAgency', at(begun));
  const admitted = await perform(as('officer'), 'admitAgency', at(handed));
  const supported = await perform<{ supports: readonly { id: string }[] }>(
    as('officer'),
    'recordAgencySupport',
    {
      ...{ ...at(admitted), kind: 'PLATFORM', title: '仪器共享平台', provider: '科技局' },
      ...{ from: '2026-01-01', document: '忻科发〔2026〕1号' },
    },
    'supports { id }',
  );
  const withdrawn = await perform(as('officer'), 'withdrawAgencySupport', {
    ...at(supported),
    supportId: supported.supports[0]?.id,
    reason: SECRETS.withdrawnSupport.text,
  });
  return [draft, withdrawn];
}

/** A demand that is being written, and one that its county and the city read. */
async function plantCalls(as: As): Promise<readonly Subject[]> {
  const write = async (change: object): Promise<Subject> => {
    const begun = await perform(as('solar'), 'startCall', {
      organisationId: demoOrganisation('solarMaker').id,
    });
    return perform(as('solar'), 'saveCall', { ...at(begun), mode: 'JB', content: { ...CALL, ...change } });
  };
  const draft = await write({ background: SECRETS.callDraft.text });
  const handed = await perform(as('solar'), 'submitCall', at(await write({ work: SECRETS.callWork.text })));
  return [draft, await perform(as('county'), 'recommendCall', at(handed))];
}

async function plantIdentity(as: As, keep: Keep): Promise<void> {
  const institute = demoOrganisation('institute').id;
  await perform(as('stranger'), 'requestMembership', {
    organisationId: institute,
    note: SECRETS.joinNote.text,
  });
  await perform(as('institute'), 'inviteMember', {
    organisationId: institute,
    email: SECRETS.invited.text,
    roles: ['RESEARCHER'],
  });
  const scan = await upload(as('enterprise'), '/files/identity', `${SECRETS.letterFile.text}.pdf`, PDF);
  keep(`/files/identity/${scan.id}`);
  await perform(as('enterprise'), 'issueAuthorisationLetter', {
    organisationId: demoOrganisation('flangeMaker').id,
    personId: demoPerson('enterprise').id,
    matters: ['DEAL_SIGNATURE'],
    validFrom: '2026-01-01',
    validTo: '2027-12-31',
    fileId: scan.id,
  });
}

async function plantImport(as: As, ownerId: string, keep: Keep): Promise<string> {
  const rows = `需求名称,预算上限（万元）\n一项导入的需求,${SECRETS.badCell.text}\n`;
  const name = `${SECRETS.importFile.text}.csv`;
  const file = await upload(as('enterprise'), '/files/listings', name, Buffer.from(rows));
  keep(`/files/listings/${file.id}`);
  const run = await perform(as('enterprise'), 'startImport', { fileId: file.id, kind: 'NEED', ownerId });
  return run.id;
}
