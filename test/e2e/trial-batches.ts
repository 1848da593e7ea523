import { odd, type Cast } from './trial-cast.js';
import { at } from './walk.js';

/** A collection is opened by the city's bureau, and is open longer. */
export async function tryBatches({ city, trials, officer, outsiders }: Cast): Promise<void> {
  const days = async (days: number): Promise<string> => {
    const { callBatches } = await officer.query<{ callBatches: { edges: { node: { closesOn: string } }[] } }>(
      '{ callBatches(first: 1) { edges { node { closesOn } } } }',
    );
    // After the last one of the demo city.
    const day = new Date(callBatches.edges[0]?.node.closesOn ?? '2027-01-01');
    day.setUTCDate(day.getUTCDate() + days);
    return day.toISOString().slice(0, 10);
  };
  await city.settle();
  const form = { opensOn: await days(10), guide: odd('围绕十四个产业集群征集技术难题') };
  const batch = await trials.run({
    mutation: 'openCallBatch',
    who: officer,
    others: outsiders,
    input: { ...form, title: odd('专项批次'), closesOn: await days(60) },
  });
  await trials.run({
    mutation: 'changeCallBatch',
    who: officer,
    others: outsiders,
    input: { ...at(batch), ...form, title: odd('专项批次'), closesOn: await days(10) },
    // Saying the same again changes nothing.
    repeatable: true,
  });
}
