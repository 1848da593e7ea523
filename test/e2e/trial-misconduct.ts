import { anonymous } from '@jihui/kernel';
import { odd, oddly, verbsOn, type Cast } from './trial-cast.js';
import type { Subject } from './walk.js';

const SAID = odd('内容具体，予以办理，依据见附页');

/** Every verb of a report of misconduct: a stranger reports, the inspector handles. */
export async function tryMisconduct(cast: Cast): Promise<void> {
  const { city, trials, outsiders, officer } = cast;
  const [stranger, inspector] = [city.as(anonymous), city.who('inspector')];
  const verb = verbsOn(cast, 'misconductReport', (mutation) => ACTIONS[mutation] ?? mutation);
  const input = {
    ...{ subject: 'OFFICER', signed: true, name: oddly('李文博'), contact: '0350-6020002' },
    ...{ named: [{ name: oddly('某人'), unit: oddly('某单位') }], concerns: ['OTHER'] },
    statement: odd('经办人收受揭榜单位购物卡，时间地点见附件说明'),
  };
  const filed = async (): Promise<Subject> => {
    await trials.run({
      mutation: 'fileMisconductReport',
      who: stranger,
      // Anybody may.
      others: [],
      input,
      repeatable: true,
    });
    const { misconductReports } = await inspector.query<{
      misconductReports: { edges: { node: Subject }[] };
    }>(
      '{ misconductReports(first: 1, filter: { states: [RECEIVED] }) { edges { node { id version state } } } }',
    );
    const [found] = misconductReports.edges;
    if (found === undefined) throw new Error('no report');
    return found.node;
  };
  const on = (mutation: string, report: Subject, more: object = { opinion: SAID }) =>
    verb(inspector, mutation, report, { others: [...outsiders, officer], input: { ...more } });
  await on('refuseMisconductReport', await filed());
  const asked = await verb(inspector, 'askMisconductReporter', await filed(), {
    others: [...outsiders, officer],
    input: { opinion: SAID },
    repeatable: true,
  });
  const accepted = await on('acceptMisconductReport', asked);
  const extended = await on('extendMisconductReport', accepted);
  const investigated = await on('investigateMisconductReport', extended);
  await on('concludeMisconductReport', investigated, {
    ...{ outcome: 'SUBSTANTIATED', finding: SAID, measures: SAID, answer: SAID },
  });

  const { fileMisconductReport } = await stranger.mutate<{ fileMisconductReport: { code: string } }>(
    'mutation ($input: FileMisconductReportInput!) { fileMisconductReport(input: $input) { code } }',
    { input },
  );
  await trials.run({
    mutation: 'supplementMisconductReport',
    who: stranger,
    others: [],
    input: { code: fileMisconductReport.code, text: odd('另有一段录音') },
    repeatable: true,
  });
}

/** Verbs whose action is not the mutation's name. */
const ACTIONS: Readonly<Record<string, string>> = {
  refuseMisconductReport: 'refuse',
  askMisconductReporter: 'ask',
  acceptMisconductReport: 'accept',
  extendMisconductReport: 'extend',
  investigateMisconductReport: 'investigate',
  concludeMisconductReport: 'conclude',
};
