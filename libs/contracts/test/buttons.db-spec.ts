import { DomainError, type Actor, type PersonActor } from '@jihui/kernel';
import { Db } from '@jihui/platform';
import { CounterService } from '../src/counter/counter.service.js';
import { contractLifecycle, type State } from '../src/core/lifecycle.js';
import { aWorld, type World } from './contracts.world.js';
import { anAftermath, APPROVED, OPINION, type Aftermath } from './proceedings.world.js';

describe('buttons', () => {
  let world: World;
  let after: Aftermath;
  beforeAll(async () => {
    world = await aWorld();
    after = anAftermath(world);
  }, 120_000);
  afterAll(() => world?.close());

  interface Offer {
    readonly action: string;
    readonly enabled: boolean;
    readonly violations: readonly { readonly path: string; readonly code: string }[];
  }
  const offers = async (actor: Actor, id: string): Promise<readonly Offer[]> =>
    (
      await world.app
        .as(actor)
        .query<{ contract: { availableActions: readonly Offer[] } | null }>(
          `query ($id: ID!) { contract(id: $id) { availableActions { action enabled violations { path code } } } }`,
          { id },
        )
    ).contract?.availableActions ?? [];

  interface Case {
    readonly actor: PersonActor;
    readonly id: string;
    /** The proceeding that is open on the contract. */
    readonly paper: string;
  }
  type Verb = (of: Case) => Promise<unknown>;
  const opinion = OPINION;
  const target = ({ id }: Case) => world.target(id);
  const paper = ({ paper: id }: Case) => after.target(id);

  /** The mutation behind each button, with an input that has nothing wrong. */
  const ON_CONTRACT: Readonly<Record<string, Verb>> = {
    edit: async (of) =>
      world.applications.save(of.actor, { ...(await target(of)), form: { title: '另一名称的技术合同' } }),
    submit: async (of) => world.applications.submit(of.actor, await target(of)),
    withdraw: async (of) =>
      world.applications.withdraw(of.actor, { ...(await target(of)), reason: '双方另行协商' }),
    accept: async (of) => world.reviews.accept(of.actor, await target(of)),
    decline: async (of) =>
      world.reviews.decline(of.actor, { ...(await target(of)), grounds: ['R02'], opinion }),
    return: async (of) =>
      world.reviews.return(of.actor, {
        ...(await target(of)),
        deficiencies: [{ path: 'signedAt', message: '请补充签订地点' }],
      }),
    lapse: async (of) => world.reviews.lapse(of.actor, { ...(await target(of)), opinion }),
    claim: async (of) => world.reviews.claim(of.actor, await target(of)),
    release: async (of) => world.reviews.release(of.actor, await target(of)),
    passFirst: async (of) => world.reviews.passFirst(of.actor, { ...(await target(of)), opinion }),
    proposeRejection: async (of) =>
      world.reviews.proposeRejection(of.actor, { ...(await target(of)), grounds: ['R02'], opinion }),
    sendBack: async (of) => world.reviews.sendBack(of.actor, { ...(await target(of)), opinion }),
    sendToExperts: async (of) => world.reviews.sendToExperts(of.actor, { ...(await target(of)), opinion }),
    attachOpinion: ({ actor, id }) => world.file(id, 'EXPERT_OPINION', '意见', actor),
    convene: ({ actor, id }) => world.panel(id, true, actor),
    recordOpinion: async (of) =>
      world.reviews.recordExpertOpinion(of.actor, { ...(await target(of)), favourable: true, opinion }),
    passSecond: async (of) => world.registration.passSecond(of.actor, { ...(await target(of)), opinion }),
    approve: async (of) => world.registration.approve(of.actor, { ...(await target(of)), opinion }),
    reopen: async (of) => world.registration.reopen(of.actor, { ...(await target(of)), opinion }),
    reject: async (of) =>
      world.reviews.reject(of.actor, { ...(await target(of)), grounds: ['R02'], opinion }),
    recordNationalNumber: async (of) =>
      world.registration.recordNationalNumber(of.actor, {
        ...(await target(of)),
        nationalRegNo: '2026140000000001',
      }),
    judge: ({ actor, id }) => world.judge(id, actor),
    takeOver: async (of) => world.app.get(CounterService).takeOver(of.actor, await target(of)),
  };

  /** The same for what is decided on a proceeding. */
  const ON_PAPER: Readonly<Record<string, Verb>> = {
    examine: async (of) =>
      after.decisions.examine(of.actor, { ...(await paper(of)), ...APPROVED, favourable: true, opinion }),
    returnRequest: async (of) =>
      after.decisions.return(of.actor, {
        ...(await paper(of)),
        deficiencies: [{ path: 'files', message: '请补充双方盖章的协议' }],
      }),
    approveChange: async (of) =>
      after.decisions.approveChange(of.actor, { ...(await paper(of)), ...APPROVED, opinion }),
    approveCancellation: async (of) =>
      after.decisions.approveCancellation(of.actor, { ...(await paper(of)), opinion }),
    refuseRequest: async (of) => after.decisions.refuse(of.actor, { ...(await paper(of)), opinion }),
    withdrawProceeding: async (of) =>
      after.requests.withdraw(of.actor, { ...(await paper(of)), reason: '双方决定继续按原合同履行' }),
  };

  class Undone extends Error {}
  const DONE = 'DONE';

  /** What the mutation answers, and nothing of it stays. */
  async function outcomeOf(verb: Verb, of: Case): Promise<readonly string[]> {
    try {
      await world.app.get(Db).transaction(async () => {
        await verb(of);
        throw new Undone();
      });
    } catch (error) {
      if (error instanceof Undone) return [DONE];
      if (!(error instanceof DomainError)) throw error;
      return error.code === 'INVALID_INPUT'
        ? error.violations.map(({ path, code }) => `${path} ${code}`)
        : [error.code];
    }
    return [];
  }

  const KEPT_OUT = /^(FORBIDDEN|NOT_FOUND|ILLEGAL_TRANSITION|CONTRACT\.CONFLICT_OF_INTEREST)$/;

  /** Everything the buttons say and the mutations do differently, for those who may see the contract. */
  async function differences(
    id: string,
    verbs: Readonly<Record<string, Verb>>,
    open = '',
  ): Promise<string[]> {
    const people = {
      seller: world.seller,
      sellerMember: world.sellerMember,
      buyer: world.buyer,
      registrarA: world.registrarA,
      registrarB: world.registrarB,
      officer: world.officer,
    };
    const found: string[] = [];
    for (const [who, actor] of Object.entries(people)) {
      const offered = new Map((await offers(actor, id)).map((offer) => [offer.action, offer]));
      for (const [action, verb] of Object.entries(verbs)) {
        const outcome = await outcomeOf(verb, { actor, id, paper: open });
        const offer = offered.get(action);
        const said =
          offer === undefined
            ? 'nothing'
            : offer.enabled
              ? DONE
              : offer.violations.map(({ path, code }) => `${path} ${code}`).join(', ');
        const agree =
          offer === undefined ? outcome.every((code) => KEPT_OUT.test(code)) : said === outcome.join(', ');
        if (!agree)
          found.push(`${who} ${action}: the button says ${said}, the mutation ${outcome.join(', ')}`);
      }
    }
    return found;
  }

  const STATES: readonly State[] = [
    'DRAFT',
    'SUBMITTED',
    'RETURNED',
    'ACCEPTED',
    'FIRST_REVIEW',
    'SECOND_REVIEW',
    'EXPERT_REVIEW',
    'APPROVED',
    'REGISTERED',
    'NOT_ACCEPTED',
    'REJECTED',
    'WITHDRAWN',
  ];

  describe('a contract’s buttons', () => {
    it.each(STATES)(
      'say in %s what the mutations do',
      async (state) => {
        expect(await differences(await world.application(state), ON_CONTRACT)).toEqual([]);
      },
      120_000,
    );

    it.each(['OPEN', 'EXAMINED'] as const)(
      'say of a change and a cancellation that are %s what the mutations do',
      async (until) => {
        const changed = await world.application('REGISTERED');
        const change = await after.change(changed, until);
        expect(await differences(changed, ON_PAPER, change)).toEqual([]);
        const cancelled = await world.application('REGISTERED');
        const cancellation = await after.cancel(cancelled, until);
        expect(await differences(cancelled, ON_PAPER, cancellation)).toEqual([]);
      },
      120_000,
    );

    it('are named for every verb, here or where it belongs', () => {
      const elsewhere = [
        // numbers.db-spec.ts: several at once, each refusal at its own path.
        'register',
        // workload.db-spec.ts: to somebody who may review it.
        'assign',
        // checks.db-spec.ts: about a finding that there must be.
        'answer',
        // proceedings.db-spec.ts, proceedings-reading.db-spec.ts: with a paper that its opener wrote, and what follows.
        'requestChange',
        // supplements.db-spec.ts: of a contract that pays by what is sold.
        'requestSupplement',
        'approveSupplement',
        'requestCancellation',
        'object',
        'noticeRevocation',
        'defend',
        'revoke',
        'dropRevocation',
        'keepDecision',
        'redetermine',
        'setAside',
      ];
      expect([...Object.keys(ON_CONTRACT), ...Object.keys(ON_PAPER), ...elsewhere].sort()).toEqual(
        [...contractLifecycle.actions].sort(),
      );
    });
  });
});
