import { UNIVERSITY, odd, oddly, verbsOn, type Cast, type Verb } from './trial-cast.js';
import type { Subject } from './walk.js';

/** Valid numbers that no demo record has. */
const NUMBERS = [
  '2018198800015',
  '201819880002X',
  '2018198800034',
  '2018198800049',
  '2020298800018',
] as const;
const NOTE = odd('依据通知书');
const contentOf = (number: string, more: object = {}) => ({
  number,
  kind: 'INVENTION_PATENT',
  title: odd('一种环锻件的测温方法'),
  summary: odd('在线测温'),
  applicants: [odd('忻州工业技术大学')],
  inventors: [oddly('李文博')],
  keywords: ['测温'],
  filedOn: '2018-03-01',
  termNote: odd('无'),
  family: [{ office: 'US', number: 'US2020123456A1', title: odd('同族') }],
  ...more,
});

/** Every verb of the patent register. */
export async function tryPatents(cast: Cast): Promise<void> {
  const { trials, outsiders, office } = cast;
  const verb = verbsOn(cast, 'patent', (mutation) => ACTIONS[mutation] ?? mutation.replace('Patent', ''));
  const enter = (number: string, state: string, more: object = {}): Promise<Subject> =>
    trials.run({
      mutation: 'savePatent',
      who: office,
      others: outsiders,
      input: { ownerId: UNIVERSITY, state, content: contentOf(number, more) },
    });
  const filed = await enter(NUMBERS[0], 'FILED');
  const corrected = await verb(office, 'savePatent', filed, {
    input: { content: contentOf(NUMBERS[0], { title: '一种环锻件的在线测温方法' }) },
    repeatable: true,
  });
  const on = (day: string) => ({ input: { on: day, note: NOTE } });
  const published = await verb(office, 'publishPatent', corrected, on('2019-09-01'));
  const examined = await verb(office, 'examinePatent', published, on('2019-10-01'));
  const granted = await verb(office, 'grantPatent', examined, on('2021-05-18'));
  const paid = await verb(office, 'recordPatentFee', granted, {
    input: { year: 5, paidOn: '2022-02-20', amount: 120_000, receipt: oddly('票据') },
  });
  const settled = await tryRights(cast, verb, paid);
  const lapsed = await verb(office, 'lapsePatent', settled, on('2026-03-01'));
  const restored = await verb(office, 'restorePatent', lapsed, on('2026-05-01'));
  await verb(office, 'invalidatePatent', restored, on('2026-06-01'));
  await tryEnds(cast, verb, enter);
}

async function tryRights({ office }: Cast, verb: Verb, granted: Subject): Promise<Subject> {
  const licensed = (await verb(office, 'addPatentLicence', granted, {
    input: {
      kind: 'ORDINARY',
      licensee: odd('某企业'),
      effectiveOn: '2025-01-10',
      endsOn: '2030-01-10',
      territory: odd('全国'),
      fee: odd('每年五万元'),
    },
    more: 'licences { id }',
    // Another may take the same licence.
    repeatable: true,
  })) as Subject & { readonly licences: readonly { readonly id: string }[] };
  const licenceId = licensed.licences[0]?.id;
  const filed = await verb(office, 'filePatentLicence', licensed, {
    input: { licenceId, filedOn: '2025-03-01', filingNumber: oddly('X2025') },
  });
  const ended = await verb(office, 'endPatentLicence', filed, {
    input: { licenceId, endedOn: '2026-01-01' },
  });
  const opened = await verb(office, 'openPatentToAll', ended, {
    input: {
      declaredOn: '2026-01-05',
      endsOn: '2035-01-01',
      feeStandard: odd('每年三万元'),
      announcement: oddly('公告'),
      evaluationReport: oddly('报告'),
    },
  });
  const closed = await verb(office, 'closePatentToAll', opened, { input: { on: '2026-02-01', note: NOTE } });
  const pledged = (await verb(office, 'addPatentPledge', closed, {
    input: {
      pledgee: odd('某银行'),
      registeredOn: '2025-02-01',
      registrationNumber: oddly('Y2025'),
      securedAmount: 100_000_000,
    },
    more: 'pledges { id }',
    repeatable: true,
  })) as Subject & { readonly pledges: readonly { readonly id: string }[] };
  return verb(office, 'releasePatentPledge', pledged, {
    input: { pledgeId: pledged.pledges[0]?.id, releasedOn: '2026-02-01' },
  });
}

/** Applications that come to nothing, a right that is given up, and an entry made in error. */
async function tryEnds(
  { office }: Cast,
  verb: Verb,
  enter: (number: string, state: string, more?: object) => Promise<Subject>,
): Promise<void> {
  const on = { input: { on: '2020-01-01', note: NOTE } };
  await verb(office, 'rejectPatent', await enter(NUMBERS[1], 'FILED'), on);
  await verb(office, 'withdrawPatent', await enter(NUMBERS[2], 'FILED'), on);
  const granted = { publishedOn: '2019-09-01', grantedOn: '2021-05-18' };
  await verb(office, 'abandonPatent', await enter(NUMBERS[3], 'GRANTED', granted), {
    input: { on: '2026-01-01', note: NOTE },
  });
  await verb(office, 'discardPatent', await enter(NUMBERS[4], 'FILED', { kind: 'UTILITY_MODEL' }));
}

/** Verbs whose action is not the mutation's name without the thing's. */
const ACTIONS: Readonly<Record<string, string>> = {
  savePatent: 'edit',
  recordPatentFee: 'payFee',
  openPatentToAll: 'openToAll',
  closePatentToAll: 'closeToAll',
};
