import { Db, Queues, sql, uuidv7 } from '@jihui/platform';
import { until } from '@jihui/testing';
import { ENTERPRISE, odd, type Cast } from './trial-cast.js';
import { at, type Subject } from './walk.js';

/** Verdicts on matches, and what a broker adds by hand. */
export async function tryMatching(cast: Cast, result: Subject, need: Subject): Promise<void> {
  const { city, trials, outsiders, broker, enterprise } = cast;
  await city.settle();
  const pair = { needId: need.id, resultId: result.id };
  const strangers = outsiders.filter((_, index) => index !== OTHER_BROKER);
  await trials.run({
    mutation: 'matchFeedback',
    who: enterprise,
    // A broker sees the matches of whatever is online.
    others: strangers,
    input: { ...pair, verdict: 'NOT_USEFUL', reason: odd('指标不符'), causes: ['PRICE', 'MATURITY'] },
    repeatable: true,
  });
  const { myExpert } = await cast.researcher.query<{ myExpert: Subject }>('{ myExpert { id } }');
  await trials.run({
    mutation: 'expertMatchFeedback',
    who: enterprise,
    others: strangers,
    input: {
      ...{ needId: need.id, expertId: myExpert.id, verdict: 'NOT_USEFUL' },
      ...{ reason: odd('已有合作'), causes: ['PLACE'] },
    },
    repeatable: true,
  });
  const added = await trials.run<{ manual: Subject }>({
    mutation: 'addManualMatch',
    who: broker,
    others: strangers,
    input: { ...pair, reason: odd('工艺路线一致') },
    more: 'manual { id version }',
  });
  await trials.run({
    mutation: 'withdrawManualMatch',
    who: broker,
    others: strangers,
    input: { id: added.manual.id, expectedVersion: added.manual.version },
  });
}

/** 咨询邀请: an expert is asked about a need, and answers. */
export async function tryInvitations(cast: Cast, need: Subject): Promise<void> {
  const { trials, outsiders, enterprise, researcher } = cast;
  const { myExpert } = await researcher.query<{ myExpert: Subject }>('{ myExpert { id } }');
  const { needs } = await enterprise.query<{ needs: { edges: readonly { node: Subject }[] } }>(
    '{ needs(text: "余热利用", first: 1) { edges { node { id } } } }',
  );
  const other = needs.edges[0]?.node.id ?? '';
  const invite = (needId: string) =>
    trials.run({
      mutation: 'inviteConsultation',
      who: enterprise,
      others: outsiders,
      input: {
        ...{ organisationId: ENTERPRISE, needId, expertId: myExpert.id },
        message: odd('想请教锻造温度的控制'),
      },
    });
  const sent = await invite(need.id);
  await trials.run({ mutation: 'withdrawConsultation', who: enterprise, others: outsiders, input: at(sent) });
  const accepted = await trials.run<{ deal: Subject | null }>({
    mutation: 'acceptConsultation',
    who: researcher,
    others: outsiders,
    input: { ...at(await invite(need.id)), answer: odd('下周可以') },
    more: 'deal { id version state }',
  });
  expect(accepted.deal?.state).toBe('LEAD');
  await trials.run({
    mutation: 'declineConsultation',
    who: researcher,
    others: outsiders,
    input: { ...at(await invite(other)), answer: odd('不是我的方向') },
  });
}

/** Which version of the vectors ranks. Training one takes more listings than the city has: this one knows no unit. */
export async function tryModels({ city, trials, outsiders, officer }: Cast): Promise<void> {
  const id = uuidv7();
  await city.get(Db).query(sql`
    insert into matching.model (id, version, number, state, sources, trained_at, seconds, updated_at)
    values (${id}, 1, 1, 'CANDIDATE', '{"listings": 0, "ownPairs": 0, "outcomes": {}}', now(), 0, now())`);
  await trials.run({
    mutation: 'useMatchingModel',
    who: city.who('admin'),
    others: [...outsiders, officer],
    input: { id, expectedVersion: 1 },
  });
}

/** Where `openCast` puts the broker of another agency. */
const OTHER_BROKER = 3;

/** One's inbox. */
export async function tryNotifications({ city, trials, outsiders, office }: Cast): Promise<void> {
  await city.settle();
  const [anonymous, ...others] = outsiders;
  const nobody = anonymous === undefined ? [] : [anonymous];
  const { notifications } = await office.query<{ notifications: { edges: { node: Subject }[] } }>(
    '{ notifications(unreadOnly: true) { edges { node { id } } } }',
  );
  const notice = notifications.edges[0]?.node;
  if (notice === undefined) throw new Error('the office was told of nothing');
  await trials.run({
    mutation: 'markNotificationRead',
    who: office,
    others: [...nobody, ...others],
    input: { id: notice.id },
    // Harmless when it is read already.
    repeatable: true,
  });
  await trials.run({
    mutation: 'setNotificationPreference',
    who: office,
    others: nobody,
    input: { topic: 'MATCH', inbox: true, mail: false },
    repeatable: true,
  });
  await trials.run({
    mutation: 'markAllNotificationsRead',
    who: office,
    others: nobody,
    input: { topic: 'DEAL' },
    repeatable: true,
  });
}

/** What an administrator sets off: a delivery that no handler takes is tried again, and is as wrong as it was. */
export async function tryOperation({ city, trials, outsiders, officer }: Cast): Promise<void> {
  const id = uuidv7();
  const queue = city.get(Queues).of('notifications');
  await city
    .get(Queues)
    .add('notifications', 'notifications.unknown', { messageId: id }, { jobId: id, attempts: 1 });
  const isGivenUp = async (): Promise<boolean> => (await (await queue.getJob(id))?.isFailed()) ?? false;
  await until(isGivenUp);
  await trials.run({
    mutation: 'retryDeliveries',
    who: city.who('admin'),
    others: [...outsiders, officer],
    input: { domain: 'notifications', deliveries: [id] },
    repeatable: true,
  });
  await trials.run({
    mutation: 'checkSearchIndex',
    who: city.who('admin'),
    others: [...outsiders, officer],
    input: { rebuild: false },
    repeatable: true,
  });
}
