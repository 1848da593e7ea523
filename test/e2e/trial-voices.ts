import { demoOrganisation } from './city.js';
import { odd, oddly, type Cast } from './trial-cast.js';
import { at, type Subject } from './walk.js';

const ANSWER = odd('经核对材料，答复如下，依据见会议纪要');

interface Voices {
  readonly objections: readonly Subject[];
  readonly questions: readonly (Subject & { readonly answer: string | null })[];
}

/** Every verb of what people say of a call: objections to its notice, and questions while it is out. */
export async function tryVoices(cast: Cast): Promise<void> {
  await tryObjections(cast);
  await tryQuestions(cast);
}

async function tryObjections(cast: Cast): Promise<void> {
  const { trials, outsiders, officer, researcher, broker, office } = cast;
  const [stranger] = outsiders;
  const call = await callThatIs(cast, 'NOTICED');
  const raise = async (who: Cast['officer']): Promise<Subject> => {
    const known = new Set((await voicesOf(cast, call.id)).objections.map(({ id }) => id));
    await trials.run({
      mutation: 'raiseCallObjection',
      who,
      // Anybody who is signed in may.
      others: stranger === undefined ? [] : [stranger],
      input: {
        ...{ callId: call.id, name: oddly('李文博'), contact: '0350-6020002' },
        ...{ statement: odd('指标照搬某单位产品参数'), evidence: odd('附参数对照表') },
      },
      repeatable: true,
    });
    const made = (await voicesOf(cast, call.id)).objections.find(({ id }) => !known.has(id));
    if (made === undefined) throw new Error('nothing was objected');
    return made;
  };
  const on = (mutation: string, who: Cast['officer'], objection: Subject, input: object = {}) =>
    trials.run({ mutation, who, others: outsiders, input: { ...at(objection), ...input } });
  const again = async ({ id }: Subject): Promise<Subject> => {
    const found = (await voicesOf(cast, call.id)).objections.find((one) => one.id === id);
    if (found === undefined) throw new Error('no objection');
    return found;
  };
  const first = await raise(researcher);
  await on('acceptCallObjection', officer, first);
  await on('extendCallObjection', officer, await again(first), { answer: ANSWER });
  await on('decideCallObjection', officer, await again(first), { outcome: 'DISMISSED', answer: ANSWER });
  await on('refuseCallObjection', officer, await raise(broker), { answer: ANSWER });
  await on('withdrawCallObjection', office, await raise(office));
}

async function tryQuestions(cast: Cast): Promise<void> {
  const { trials, outsiders, officer, office } = cast;
  const [stranger] = outsiders;
  const call = await callThatIs(cast, 'BIDDING');
  await trials.run({
    mutation: 'askCallQuestion',
    who: office,
    others: stranger === undefined ? [] : [stranger],
    input: {
      ...{ callId: call.id, organisationId: demoOrganisation('university').id },
      text: odd('浆料银含量是否含回收银'),
    },
    repeatable: true,
  });
  const question = (await voicesOf(cast, call.id)).questions.find(({ answer }) => answer === null);
  if (question === undefined) throw new Error('nothing was asked');
  await trials.run({
    mutation: 'answerCallQuestion',
    who: officer,
    others: outsiders,
    input: { ...at(question), answer: ANSWER },
  });
}

async function callThatIs({ officer }: Cast, state: string): Promise<Subject> {
  const { calls } = await officer.query<{ calls: { edges: { node: Subject }[] } }>(
    `{ calls(filter: { states: [${state}] }, first: 1) { edges { node { id version state } } } }`,
  );
  const found = calls.edges[0]?.node;
  if (found === undefined) throw new Error(`the demo city has no call that is ${state}`);
  return found;
}

async function voicesOf({ officer }: Cast, id: string): Promise<Voices> {
  const { call } = await officer.query<{ call: Voices }>(
    'query ($id: ID!) { call(id: $id) { objections { id version state } questions { id version answer } } }',
    { id },
  );
  return call;
}
