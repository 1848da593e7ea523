import {
  ENTERPRISE,
  NEED,
  odd,
  oddly,
  RESULT,
  UNIVERSITY,
  verbsOn,
  type Cast,
  type Verb,
} from './trial-cast.js';
import type { Subject } from './walk.js';

const REASON = { reason: odd('与实际情况不符') };
const TEXTS = [
  'summary',
  'keyPoints',
  'problem',
  'innovation',
  'scenes',
  'trlEvidence',
  'conditions',
  'expectedBenefit',
  'cases',
  'planName',
];

/** The text of the form's field, or some. */
const textIn = (form: Readonly<Record<string, unknown>>, field: string): string => {
  const value = form[field];
  return typeof value === 'string' ? value : '说明';
};

/** Every verb of results, from the draft to the end and back. */
export async function tryResults(cast: Cast): Promise<{ online: Subject; nda: Subject }> {
  const { trials, outsiders, researcher, office, officer, secondOfficer } = cast;
  const verb = verbsOn(cast, 'result', (mutation) =>
    mutation === 'approveResultByUnit' ? 'approveByUnit' : mutation.replace('Result', ''),
  );
  const content = {
    ...RESULT,
    ...Object.fromEntries(TEXTS.map((field) => [field, odd(textIn(RESULT, field))])),
  };
  const draft = await trials.run<Record<string, string>>({
    mutation: 'saveResultDraft',
    who: researcher,
    others: outsiders,
    input: { ownerId: UNIVERSITY, content },
    repeatable: true,
    more: TEXTS.join(' '),
  });
  // Read back as it was written: stored as text, neither cut nor escaped.
  expect(TEXTS.map((field) => draft[field])).toEqual(TEXTS.map((field) => content[field as 'summary']));
  const saved = await verb(researcher, 'saveResultDraft', draft, {
    button: { query: 'result', id: draft.id, action: 'edit' },
    input: { content: { ...content, title: '大型风电法兰在线测量与闭环控制' } },
    repeatable: true,
  });
  const submitted = await verb(researcher, 'submitResult', saved);
  const recalled = await verb(researcher, 'recallResult', submitted);
  const again = await verb(researcher, 'submitResult', recalled);
  const returned = await verb(office, 'returnResult', again, { input: REASON });
  const resubmitted = await verb(researcher, 'submitResult', returned);
  const approved = await verb(office, 'approveResultByUnit', resubmitted, {
    input: { approvalDocument: odd('校科转审〔2026〕31号') },
  });
  const published = await verb(officer, 'publishResult', approved, { rival: secondOfficer });
  const online = await offTheMarketAndBack(cast, verb, published);
  await tryDiscard(cast, 'Result', { ownerId: UNIVERSITY, content: { title: '不要了的一份草稿' } });
  return { online, nda: await anNdaResult(cast) };
}

async function offTheMarketAndBack(
  { office, officer }: Cast,
  verb: Verb,
  published: Subject,
): Promise<Subject> {
  const amended = await verb(office, 'amendResult', published, {
    input: {
      contact: { name: oddly('王老师'), phone: '0350-3010002', email: 'wang@example.cn' },
      team: [{ name: oddly('李文博'), title: oddly('教授'), role: oddly('负责人') }],
      cases: odd('三家企业应用'),
    },
    repeatable: true,
  });
  const renewed = await verb(office, 'renewResult', amended, { repeatable: true });
  const withdrawn = await verb(office, 'withdrawResult', renewed, { input: REASON });
  const relisted = await verb(office, 'relistResult', withdrawn);
  const taken = await verb(officer, 'takeDownResult', relisted, { input: REASON });
  const back = await verb(officer, 'reinstateResult', taken, { input: REASON });
  const revised = await verb(office, 'reviseResult', back);
  const submitted = await verb(office, 'submitResult', revised);
  const approved = await verb(office, 'approveResultByUnit', submitted, {
    input: { approvalDocument: '校科转审〔2026〕32号' },
  });
  return verb(officer, 'publishResult', approved);
}

/** A result under an NDA, which one enterprise accepts. */
async function anNdaResult(cast: Cast): Promise<Subject> {
  const { city, trials, outsiders, office, officer, enterprise } = cast;
  const verb = verbsOn(cast, 'result', (mutation) =>
    mutation === 'approveResultByUnit' ? 'approveByUnit' : mutation.replace('Result', ''),
  );
  const saved = await trials.run({
    mutation: 'saveResultDraft',
    who: office,
    others: outsiders,
    input: { ownerId: UNIVERSITY, content: { ...RESULT, title: '一项受限查阅的成果', visibility: 'NDA' } },
    repeatable: true,
  });
  const submitted = await verb(office, 'submitResult', saved);
  const approved = await verb(office, 'approveResultByUnit', submitted);
  const online = await verb(officer, 'publishResult', approved);
  await city.settle();
  await trials.run({
    mutation: 'acceptNda',
    who: enterprise,
    others: outsiders,
    input: { listingId: online.id, organisationId: ENTERPRISE, ndaVersion: 1 },
    // Accepting again answers the first acceptance.
    repeatable: true,
  });
  return online;
}

/** Every verb of needs. */
export async function tryNeeds(cast: Cast): Promise<{ online: Subject }> {
  const { trials, outsiders, enterprise, officer, secondOfficer } = cast;
  const verb = verbsOn(cast, 'need', (mutation) => mutation.replace('Need', ''));
  const content = { ...NEED, description: odd(textIn(NEED, 'description')), foundation: odd('已有产线') };
  const draft = await trials.run<{ description: string }>({
    mutation: 'saveNeedDraft',
    who: enterprise,
    others: outsiders,
    input: { ownerId: ENTERPRISE, content },
    repeatable: true,
    more: 'description',
  });
  expect(draft.description).toBe(content.description);
  const saved = await verb(enterprise, 'saveNeedDraft', draft, {
    button: { query: 'need', id: draft.id, action: 'edit' },
    input: { content: { ...content, title: '大型法兰辗环热态尺寸在线测量' } },
    repeatable: true,
  });
  const submitted = await verb(enterprise, 'submitNeed', saved);
  const recalled = await verb(enterprise, 'recallNeed', submitted);
  const again = await verb(enterprise, 'submitNeed', recalled);
  const returned = await verb(officer, 'returnNeed', again, { input: REASON, rival: secondOfficer });
  const resubmitted = await verb(enterprise, 'submitNeed', returned);
  const published = await verb(officer, 'publishNeed', resubmitted, { rival: secondOfficer });
  const amended = await verb(enterprise, 'amendNeed', published, {
    input: { contact: { name: oddly('张工'), phone: '0350-6020009' }, urgency: 'CRITICAL' },
    repeatable: true,
  });
  const renewed = await verb(enterprise, 'renewNeed', amended, { repeatable: true });
  const closed = await verb(enterprise, 'closeNeed', renewed, { input: REASON });
  const relisted = await verb(enterprise, 'relistNeed', closed);
  const taken = await verb(officer, 'takeDownNeed', relisted, { input: REASON });
  const back = await verb(officer, 'reinstateNeed', taken, { input: REASON });
  const revised = await verb(enterprise, 'reviseNeed', back);
  await tryEnds(cast, verb);
  await tryDiscard(cast, 'Need', { ownerId: ENTERPRISE, content: { title: '不要了的一份草稿' } });
  const last = await verb(enterprise, 'submitNeed', revised);
  return { online: await verb(officer, 'publishNeed', last) };
}

/** A need that is solved, and one that becomes a challenge. */
async function tryEnds({ trials, outsiders, enterprise, officer }: Cast, verb: Verb): Promise<void> {
  const published = async (content: object): Promise<Subject> => {
    const saved = await trials.run({
      mutation: 'saveNeedDraft',
      who: enterprise,
      others: outsiders,
      input: { ownerId: ENTERPRISE, content: { ...NEED, ...content } },
      repeatable: true,
    });
    return verb(officer, 'publishNeed', await verb(enterprise, 'submitNeed', saved));
  };
  const solved = await published({ title: '一项自行解决了的需求' });
  await verb(enterprise, 'solveNeed', solved, { input: REASON });
  const wanted = await published({
    title: '一项申请揭榜的需求',
    wantsChallenge: true,
    neededBy: '2031-12-31',
  });
  await verb(officer, 'convertNeed', wanted, { input: REASON });
}

async function tryDiscard(
  cast: Cast,
  kind: 'Result' | 'Need',
  input: Record<string, unknown>,
): Promise<void> {
  const { trials, outsiders } = cast;
  const who = kind === 'Result' ? cast.researcher : cast.enterprise;
  const verb = verbsOn(cast, kind.toLowerCase(), (mutation) => mutation.replace(kind, ''));
  const draft = await trials.run({
    mutation: `save${kind}Draft`,
    who,
    others: outsiders,
    input,
    repeatable: true,
  });
  await verb(who, `discard${kind}`, draft);
}

/** An import by upload. */
export async function tryImport({ trials, outsiders, enterprise }: Cast): Promise<void> {
  const rows = Buffer.from('需求名称,现状与难点\n一项导入的需求,产线尺寸靠人工测量\n');
  const uploaded = await enterprise.upload('/files/listings', '需求.csv', rows);
  const { id: fileId } = uploaded.body as { id: string };
  await trials.run({
    mutation: 'startImport',
    who: enterprise,
    others: outsiders,
    input: { fileId, kind: 'NEED', ownerId: ENTERPRISE, dryRun: true },
    repeatable: true,
  });
}

/** One's own searches, kept, changed and let go. */
export async function trySavedSearches({ city, trials, outsiders, office }: Cast): Promise<void> {
  const [anonymous, ...others] = outsiders;
  const nobody = anonymous === undefined ? [] : [anonymous];
  const search = {
    kind: 'NEED',
    name: oddly('法兰测量'),
    text: odd('法兰 测量'),
    filters: [{ name: 'clusters', values: ['8-5'] }],
    alerts: true,
  };
  const saved = await trials.run<{ text: string }>({
    mutation: 'saveSearch',
    who: office,
    others: nobody,
    input: search,
    repeatable: true,
    more: 'text',
  });
  expect(saved.text).toBe(search.text);
  const changed = await trials.run({
    mutation: 'saveSearch',
    who: office,
    others: [...nobody, ...others],
    input: { ...search, id: saved.id, expectedVersion: saved.version, alerts: false },
    repeatable: true,
  });
  await trials.run({
    mutation: 'removeSavedSearch',
    who: office,
    others: [...nobody, ...others],
    input: { id: changed.id, expectedVersion: changed.version },
  });
  await trials.run({
    mutation: 'saveSearchWords',
    who: city.who('admin'),
    others: outsiders,
    input: {
      expectedVersion: 1,
      synonyms: [{ texts: ['LED', oddly('发光二极管').slice(0, 12)] }],
      stopWords: ['解决方案'],
    },
    repeatable: true,
  });
}
