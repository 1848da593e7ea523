import { anonymous, type Actor, type PersonActor } from '@jihui/kernel';
import { organisationOf } from '@jihui/testing';
import { aWorld, REASON, type CallNode, type World } from './calls.world.js';

interface ObjectionNode {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly stage: string;
  readonly acceptBy: string;
  readonly decideBy: string | null;
  readonly answer: string;
  readonly availableActions: readonly { readonly action: string; readonly enabled: boolean }[];
}
const OBJECTIONS =
  'objectionCount openObjectionCount objections { id version state stage acceptBy decideBy answer availableActions { action enabled } }';
const FORM = {
  name: '王晓岚',
  contact: '0350-3048000',
  statement: '榜单指标与已有产品相同，不需要攻关',
  evidence: '某公司产品手册第三页所列参数，附链接',
};
const ANSWER = '经核实，依据充分，答复如下';

describe('what people say of a call', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world?.close());

  const send = (actor: Actor, mutation: string, type: string, input: object) =>
    world
      .as(actor)
      .mutate<Record<string, { call: CallNode }>>(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { call { id version state } } }`,
        { input },
      );
  const raise = (actor: Actor, callId: string, change: object = {}) =>
    send(actor, 'raiseCallObjection', 'RaiseCallObjectionInput', { callId, ...FORM, ...change });
  const read = async (actor: Actor, id: string) => {
    const found = await world.read<{
      objectionCount: number;
      openObjectionCount: number;
      objections: ObjectionNode[];
    }>(actor, id, OBJECTIONS);
    if (found === null) throw new Error('no call');
    return found;
  };
  const firstOf = async (actor: Actor, id: string): Promise<ObjectionNode> => {
    const [one] = (await read(actor, id)).objections;
    if (one === undefined) throw new Error('no objection');
    return one;
  };
  const step = async (
    actor: PersonActor,
    mutation: string,
    type: string,
    callId: string,
    more: object = {},
  ) => {
    const { id, version } = await firstOf(world.officer, callId);
    return send(actor, mutation, type, { id, expectedVersion: version, ...more });
  };

  /** Why the step is refused: the code of its first violation, where there are any. */
  const refusal = async (
    actor: PersonActor,
    mutation: string,
    type: string,
    callId: string,
    more: object = {},
  ): Promise<string | undefined> => {
    const { id, version } = await firstOf(world.officer, callId);
    const { errors } = await send(actor, mutation, type, { id, expectedVersion: version, ...more }).answer();
    const found = errors?.[0]?.extensions;
    return found?.violations?.[0]?.code ?? found?.code;
  };

  it('an objection is signed and evidenced; everything that is wrong is told at once', async () => {
    const noticed = await world.call('NOTICED');
    await raise(anonymous, noticed.id).expectCode('UNAUTHENTICATED');
    const refused = await raise(world.university, noticed.id, {
      ...{ name: '', contact: '无', statement: '不好', evidence: '' },
    }).expectCode('INVALID_INPUT');
    expect(refused.extensions.violations?.map(({ path }) => path)).toEqual([
      ...['name', 'contact', 'statement', 'evidence'],
    ]);
    const approved = await world.call('APPROVED');
    await raise(world.university, approved.id).expectCode('NOT_FOUND');
  });

  it('keeps the notice from being completed until it is decided, and is read by the officers and the objector alone', async () => {
    const noticed = await world.call('NOTICED');
    await raise(world.university, noticed.id);
    expect((await read(world.officer, noticed.id)).objections).toHaveLength(1);
    expect((await read(world.university, noticed.id)).objections).toHaveLength(1);
    for (const other of [world.owner, world.county, world.otherCounty, anonymous]) {
      const seen = await read(other, noticed.id);
      expect([seen.objectionCount, seen.openObjectionCount, seen.objections]).toEqual([1, 1, []]);
    }
    await world.wait(15);
    expect((await world.read<CallNode>(anonymous, noticed.id, 'state'))?.state).toBe('NOTICED');
    await step(world.officer, 'acceptCallObjection', 'CallObjectionActionInput', noticed.id);
    expect((await firstOf(world.officer, noticed.id)).decideBy).not.toBeNull();
    const extended = { answer: '需要专家复核指标，延长办理' };
    await step(world.officer, 'extendCallObjection', 'CallObjectionAnswerInput', noticed.id, extended);
    expect(
      await refusal(world.officer, 'extendCallObjection', 'CallObjectionAnswerInput', noticed.id, extended),
    ).toBe('CHALLENGES.EXTENDED_ALREADY');
    const outcome = { outcome: 'DISMISSED', answer: ANSWER };
    await step(world.officer, 'decideCallObjection', 'DecideCallObjectionInput', noticed.id, outcome);
    expect(await firstOf(world.university, noticed.id)).toMatchObject({ state: 'DISMISSED', answer: ANSWER });
    await world.wait(1);
    expect((await world.read<CallNode>(anonymous, noticed.id, 'state'))?.state).toBe('CLEARED');
  });

  it('upheld during the notice it annuls the notice: the call is approved anew and hidden until then', async () => {
    const noticed = await world.call('NOTICED');
    await raise(world.university, noticed.id);
    await step(world.officer, 'acceptCallObjection', 'CallObjectionActionInput', noticed.id);
    const standing = (await world.read<CallNode>(world.officer, noticed.id, 'id version state'))!;
    await world.act(world.officer, 'suspendCall', standing, { reason: REASON });
    const outcome = { outcome: 'UPHELD', answer: ANSWER };
    await step(world.officer, 'decideCallObjection', 'DecideCallObjectionInput', noticed.id, outcome);
    expect(await world.read(anonymous, noticed.id, 'id')).toBeNull();
    expect(await world.read(world.owner, noticed.id, 'state suspendedAt approvals { document }')).toEqual({
      ...{ state: 'CANDIDATE', suspendedAt: null, approvals: [] },
    });
  });

  it('is refused, or withdrawn by its objector, and nobody decides on their own', async () => {
    const noticed = await world.call('NOTICED');
    await raise(world.university, noticed.id);
    expect(
      await refusal(world.otherCounty, 'withdrawCallObjection', 'CallObjectionActionInput', noticed.id),
    ).toBe('NOT_FOUND');
    await step(world.university, 'withdrawCallObjection', 'CallObjectionActionInput', noticed.id);
    expect((await read(anonymous, noticed.id)).objectionCount).toBe(0);
    await raise(world.officer, noticed.id);
    expect(await refusal(world.officer, 'acceptCallObjection', 'CallObjectionActionInput', noticed.id)).toBe(
      'CHALLENGES.OWN_OBJECTION',
    );
  });

  it('a question is answered for everybody, and nobody learns who asked', async () => {
    const bidding = await world.call('BIDDING');
    const ask = (actor: Actor, organisationId: string) =>
      send(actor, 'askCallQuestion', 'AskCallQuestionInput', {
        ...{ callId: bidding.id, organisationId, text: '样件是否可以由发榜方提供坯料？' },
      });
    expect(
      (await ask(world.owner, organisationOf(world.owner)).expectCode('INVALID_INPUT')).extensions
        .violations?.[0]?.code,
    ).toBe('CHALLENGES.NOT_A_BIDDER');
    await ask(world.university, organisationOf(world.university));
    const questions = async (actor: Actor) =>
      (
        await world.read<{
          questions: {
            id: string;
            version: number;
            answer: string | null;
            mine: boolean;
            answerable: boolean;
          }[];
        }>(actor, bidding.id, 'questions { id version answer mine answerable }')
      )?.questions ?? [];
    expect(await questions(anonymous)).toEqual([]);
    const [asked] = await questions(world.owner);
    expect(asked).toMatchObject({ answer: null, mine: false, answerable: true });
    const answer = { id: asked?.id, expectedVersion: asked?.version, answer: '可以，坯料由发榜方提供。' };
    await send(world.otherCounty, 'answerCallQuestion', 'AnswerCallQuestionInput', answer).expectCode(
      'NOT_FOUND',
    );
    await send(world.owner, 'answerCallQuestion', 'AnswerCallQuestionInput', answer);
    expect(await questions(anonymous)).toMatchObject([{ answer: '可以，坯料由发榜方提供。', mine: false }]);
    expect(await questions(world.university)).toMatchObject([{ mine: true, answerable: false }]);
    await world.wait(40);
    expect(
      (await ask(world.university, organisationOf(world.university)).expectCode('INVALID_INPUT')).extensions
        .violations?.[0]?.code,
    ).toBe('CHALLENGES.QUESTIONS_CLOSED');
  });
});
