import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, invalid, notFound, violation, type Actor } from '@jihui/kernel';
import {
  criteriaHash,
  drawPanel,
  Fault,
  isTheShare,
  poolHash,
  seedContext,
  seedOf,
  seedPartValue,
  snapshot,
  type DrawCriteria,
  type PoolRow,
  type SeedReveal,
} from '@jihui/proofs';
import { checkIds, uuidv7, type Tx } from '@jihui/platform';
import { CustodianKeysService } from '../bids/custodian-keys.service.js';
import { CallDesk, type Changed } from '../calls/call-desk.js';
import { reasonOf } from '../calls/said.js';
import type * as Types from '../challenges.types.gen.js';
import type { Call } from '../core/calls/call.js';
import type { CallCase } from '../core/calls/rules.js';
import { ChallengeCodes } from '../core/errors.js';
import { isPartOf, partiesWaiting, seedPartOf, type Draw, type PartShare } from '../core/review/draw.js';
import { lackingFaults, poolGaps } from '../core/review/lacking.js';
import { panelCaseOf, panelRuleOf, strataOf } from '../core/review/panel.js';
import { criteriaOf, poolOf, type PoolEntry } from '../core/review/pool.js';
import { DrawsStore } from '../store/draws.store.js';
import { SheetsStore } from '../store/sheets.store.js';
import { AllotmentsService } from './allotments.service.js';
import { PoolService } from './pool.service.js';
import { PseudonymsService } from './pseudonyms.service.js';
import { SeatsService } from './seats.service.js';

/** 专家抽取: the pool is published, the custodians of the call commit to parts of the seed and reveal them, and it is drawn. */
@Injectable()
export class DrawsService {
  constructor(
    private readonly store: DrawsStore,
    private readonly pool: PoolService,
    private readonly seats: SeatsService,
    private readonly sheets: SheetsStore,
    private readonly allotments: AllotmentsService,
    private readonly keys: CustodianKeysService,
    private readonly desk: CallDesk,
    private readonly pseudonyms: PseudonymsService,
  ) {}

  /** 公布专家池: criteria and rows are fixed before anybody can know the seed. */
  begin(actor: Actor, input: Types.DrawReviewExpertsInput): Promise<Changed> {
    return this.desk.act(actor, 'drawReviewExperts', 'drawExperts', input, async (subject, tx) => {
      const { call, review } = subject;
      // What stands already is the rules' to refuse; nothing is drawn up beside it.
      if (review.drawBegun) return {};
      const proved = (await this.keys.proved(call)).filter(({ lostAt }) => lostAt === null);
      if (proved.length < call.plan.threshold)
        return { wrong: [violation('', ChallengeCodes.KEYS_MISSING, '能参与抽取的保管人不足开标所需份数')] };
      const entries = await this.entries(subject, input.wide === true, tx.now);
      if (entries === undefined)
        return {
          wrong: [
            violation(
              'wide',
              ChallengeCodes.POOL_TOO_SMALL,
              '符合条件且无须回避的专家不足以组成专家组，请放宽领域或补充专家库',
            ),
          ],
        };
      const thin = poolGaps(entries.criteria, entries.pool);
      if (thin.length > 0)
        return { wrong: lackingFaults(thin, entries.labelled, ChallengeCodes.POOL_TOO_SMALL) };
      const draw = this.drawOf(call, entries, actor, tx);
      await this.store.insert({
        ...draw.draw,
        parties: proved.map(({ personId, publicKey }) => ({ id: personId, publicKey })),
      });
      await this.store.addRows(draw.draw.id, draw.rows);
      return { reason: `专家池 ${draw.rows.length} 人` };
    });
  }

  /** The pool with its criteria, where some panel of it meets them. */
  private async entries({ call, rules }: CallCase, wide: boolean, now: Date) {
    const { of, experts, disputed, labelled } = await this.pool.facts(call, wide, now);
    const strata = strataOf(panelCaseOf(call, disputed), panelRuleOf(rules));
    const criteria = criteriaOf(strata, rules.panelPerUnit, rules.replacements, of.bids);
    const pool = poolOf(experts, of, strata, { ...rules, namedAtMost: rules.namedRecusals });
    const { rows, openings } = snapshot('trial', pool);
    const found = drawnBy(randomBytes(32), criteria, rows);
    return found === undefined || openings.length === 0 ? undefined : { criteria, pool, labelled };
  }

  private drawOf(
    call: Call,
    { criteria, pool }: { readonly criteria: DrawCriteria; readonly pool: readonly PoolEntry[] },
    actor: Actor,
    tx: Tx,
  ) {
    const id = uuidv7();
    const { rows, openings } = snapshot(id, pool);
    const behind = new Map(pool.map((entry) => [entry.person, entry]));
    const draw: Draw = {
      ...{ id, version: 1, callId: call.id, round: call.round, state: 'COMMITTING', parties: [] },
      ...{ threshold: call.plan.threshold, criteria, criteriaHash: criteriaHash(id, criteria) },
      ...{ rows, poolHash: poolHash(id, rows), parts: [], reveals: [], shares: [], seed: null },
      ...{ result: null, changes: [], turns: [], recused: [], lacking: [], voidReason: '' },
      createdBy: actor.kind === 'person' ? actor.personId : '',
      ...{ createdAt: tx.now, updatedAt: tx.now },
    };
    const kept = openings.map((opening) => {
      const entry = behind.get(opening.person);
      return {
        ...{ ...opening, expertId: entry?.expertId ?? '' },
        ...{ evidence: entry?.evidence ?? [], fits: entry?.fits ?? [] },
      };
    });
    return { draw, rows: kept };
  }

  /** A party commits to its part of the seed, while nobody knows the others'. */
  commit(actor: Actor, input: Types.CommitDrawSeedInput): Promise<Changed> {
    return this.step(actor, 'commitDrawSeed', input.drawId, input, async (draw, party, tx, call) => {
      if (draw.state !== 'COMMITTING') throw wrongStep();
      const part = seedPartOf(input.part, party);
      if (part === undefined || !isPartOf(part, draw) || !partiesWaiting(draw).includes(party))
        throw wrongPart('part');
      const parts = [...draw.parts, part];
      const all = parts.length === draw.parties.length;
      await this.store.save(draw, { parts, state: all ? 'REVEALING' : 'COMMITTING' });
      if (all) await this.desk.tell(tx, call, 'revealDrawSeeds');
    });
  }

  /** A party reveals what it committed to. */
  reveal(actor: Actor, input: Types.RevealDrawSeedInput): Promise<Changed> {
    return this.step(actor, 'revealDrawSeed', input.drawId, input, async (draw, party, tx, call) => {
      const part = draw.parts.find((one) => one.party === party);
      if (draw.state !== 'REVEALING' || part === undefined) throw wrongStep();
      if (!partiesWaiting(draw).includes(party)) throw wrongPart('value');
      const reveal = { party, value: input.value };
      await seedPartValue(draw.id, part, reveal).catch(refused);
      await this.revealed(tx, call, draw, reveal, draw.shares);
    });
  }

  /** A custodian releases a share of a part that its party withholds; enough of them reveal it. */
  release(actor: Actor, input: Types.ReleaseDrawShareInput): Promise<Changed> {
    return this.step(actor, 'releaseDrawShare', input.drawId, input, async (draw, custodian, tx, call) => {
      const part = draw.parts.find(({ party }) => party === input.party);
      if (draw.state !== 'REVEALING' || part === undefined) throw wrongStep();
      const sealed = part.shares.find(({ id }) => id === custodian);
      const share: PartShare = { custodian, share: input.share, party: input.party };
      const right = sealed && isTheShare(sealed, share, seedContext(draw.id, input.party));
      const known = draw.shares.some((one) => one.party === input.party && one.custodian === custodian);
      if (right !== true || known || !partiesWaiting(draw).includes(input.party)) throw wrongPart('share');
      const shares = [...draw.shares, share];
      const released = shares.filter(({ party }) => party === input.party);
      if (released.length < draw.threshold) return this.store.save(draw, { shares });
      const reveal = {
        party: input.party,
        shares: released.map(({ custodian: id, share: value }) => ({ custodian: id, share: value })),
      };
      const value = await seedPartValue(draw.id, part, reveal).catch(() => undefined);
      if (value !== undefined) return this.revealed(tx, call, draw, reveal, shares);
      // Dealt wrongly and withheld: the draw is made anew, and everybody reads by whom.
      return this.annul(tx, draw, `${input.party} 的份额有误，重新抽取`);
    });
  }

  private async revealed(
    tx: Tx,
    call: Call,
    draw: Draw,
    reveal: SeedReveal,
    shares: readonly PartShare[],
  ): Promise<void> {
    const reveals = [...draw.reveals, reveal];
    if (reveals.length < draw.parties.length) return this.store.save(draw, { reveals, shares });
    const values = new Map(
      await Promise.all(
        draw.parts.map(async (part) => {
          const own = reveals.find(({ party }) => party === part.party);
          if (own === undefined) throw new Error('a part without its value');
          return [part.party, await seedPartValue(draw.id, part, own)] as const;
        }),
      ),
    );
    const seed = seedOf(draw.id, { pool: draw.poolHash, criteria: draw.criteriaHash }, values);
    const result = drawPanel(seed, draw.criteria, draw.rows);
    const drawn = {
      reveals,
      shares,
      seed: Buffer.from(seed).toString('hex'),
      result,
      state: 'DRAWN',
    } as const;
    const lacking = await this.allotments.lacking({ ...draw, ...drawn });
    await this.store.save(draw, { ...drawn, lacking });
    await tx.audit({
      ...{ stream: `Call:${call.id}`, action: 'drawReviewPanel' },
      after: { draw: draw.id, seed: drawn.seed, rows: result.panel.map(({ row }) => row) },
    });
    await this.seats.invite(tx, call, { ...draw, ...drawn }, result.panel);
  }

  /** 重新抽取: where a seat can no longer be filled. What was handed in is over with its panel. */
  redraw(actor: Actor, input: Types.CallReasonInput): Promise<Changed> {
    return this.desk.act(actor, 'redrawReviewExperts', 'redraw', input, async ({ call }, tx) => {
      const said = reasonOf(input);
      if (said.wrong.length > 0) return said;
      // Whoever sat in the panel has read the bids by their names.
      if (call.state === 'REVIEWING') await this.pseudonyms.renew(tx, call, said.reason);
      await this.voidRound(tx, call, said.reason);
      return said;
    });
  }

  /** The draw of a round that no longer counts: its bids changed, or its panel is short. */
  async voidRound(tx: Tx, { id: callId, round }: Pick<Call, 'id' | 'round'>, reason: string): Promise<void> {
    const draw = await this.store.standing({ callId, round });
    if (draw === undefined) return;
    await this.annul(tx, draw, reason);
    await this.sheets.dropOpinion({ callId, round });
  }

  private async annul(tx: Tx, draw: Draw, voidReason: string): Promise<void> {
    await this.store.save(draw, { state: 'VOID', voidReason });
    await tx.audit({
      ...{ stream: `Call:${draw.callId}`, action: 'annulDraw', after: { draw: draw.id } },
      reason: voidReason,
    });
  }

  /** One step of a draw by one of its parties, with call and draw locked. */
  private step(
    actor: Actor,
    name: string,
    drawId: string,
    input: { readonly clientMutationId: string },
    work: (draw: Draw, party: string, tx: Tx, call: Call) => Promise<void>,
  ): Promise<Changed> {
    return this.desk.run(actor, name, input, async (tx) => {
      checkIds(drawId);
      const known = await this.store.get(drawId);
      const party = actor.kind === 'person' ? actor.personId : '';
      if (known === undefined || !known.parties.some(({ id }) => id === party)) throw notFound('该抽取');
      const call = await this.desk.locked(known.callId);
      const draw = await this.store.lock(drawId);
      if (draw === undefined) throw notFound('该抽取');
      await tx.audit({ stream: `Call:${call.id}`, action: name, after: { draw: draw.id, party } });
      await work(draw, party, tx, call);
      return { id: call.id };
    });
  }
}

const wrongStep = (): DomainError =>
  new DomainError(ChallengeCodes.DRAW_STEP, '抽取不在这一步，请刷新后再试');
const wrongPart = (path: 'part' | 'value' | 'share'): DomainError =>
  invalid([violation(path, ChallengeCodes.SEED_PART, '随机数、承诺或份额有误，或已经提交过')]);
const refused = (fault: unknown): never => {
  throw fault instanceof Fault || fault instanceof RangeError ? wrongPart('value') : fault;
};

function drawnBy(seed: Uint8Array, criteria: DrawCriteria, rows: readonly PoolRow[]) {
  try {
    return drawPanel(new Uint8Array(seed), criteria, rows);
  } catch (fault) {
    if (fault instanceof Fault) return undefined;
    throw fault;
  }
}
