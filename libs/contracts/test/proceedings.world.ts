import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { PersonActor } from '@jihui/kernel';
import { Files, sql } from '@jihui/platform';
import { aMember, organisationOf } from '@jihui/testing';
import type { ProceedingKind } from '../src/core/proceedings/proceeding.js';
import { BenefitsService } from '../src/proceedings/benefits.service.js';
import { DraftsService, type ProceedingDraftInput } from '../src/proceedings/drafts.service.js';
import { ProceedingDecisionsService } from '../src/proceedings/proceeding-decisions.service.js';
import { RequestsService } from '../src/proceedings/requests.service.js';
import { ProceedingsStore } from '../src/store/proceedings.store.js';
import type { Target, World } from './contracts.world.js';

/** 1,000,000 元 become 1,100,000, all of the difference technical. */
export const MORE = { money: { total: 110_000_000, technical: 85_000_000 } } as const;
export const APPROVED = { approvedTotal: 110_000_000, approvedTechnical: 85_000_000 } as const;
export const REASON = '双方签订补充协议，增加了技术服务内容。';
export const OPINION = '材料齐全，与补充协议一致。';

/** What happens to a contract after its decision, by the real services. */
export interface Aftermath {
  readonly drafts: DraftsService;
  readonly requests: RequestsService;
  readonly decisions: ProceedingDecisionsService;
  readonly benefits: BenefitsService;
  /** Registrars who have reviewed nothing yet. */
  readonly registrarC: PersonActor;
  readonly registrarD: PersonActor;
  /** A draft with what it must hold, as that side writes it. */
  draft(
    actor: PersonActor,
    contractId: string,
    kind: ProceedingKind,
    fields?: ProceedingDraftInput,
    evidence?: boolean,
  ): Promise<string>;
  file(actor: PersonActor, proceedingId: string): Promise<string>;
  target(id: string): Promise<Target>;
  /** A change that is requested, or as far as examined. */
  change(
    contractId: string,
    until: 'OPEN' | 'EXAMINED' | 'APPROVED',
    form?: ProceedingDraftInput['form'],
  ): Promise<string>;
  cancel(contractId: string, until: 'OPEN' | 'EXAMINED' | 'APPROVED'): Promise<string>;
}

const WORDS: { readonly [kind in ProceedingKind]: ProceedingDraftInput } = {
  CHANGE: { reason: REASON, form: MORE, noBenefits: true },
  SUPPLEMENT: { reason: '第一年提成已结算到账，按合同约定补充登记。' },
  CANCELLATION: {
    reason: '双方协商一致解除合同，不再履行。',
    grounds: ['RESCISSION'],
    groundOn: '2026-11-10',
    noBenefits: true,
  },
  REVOCATION: { reason: '经核查，合同所列技术成果不存在。', grounds: ['FALSE_CONTRACT'] },
  OBJECTION: { reason: '技术交易额的核定与合同约定不一致。' },
};

export function anAftermath({ app, seller, registrarA, registrarB }: World): Aftermath {
  const drafts = app.get(DraftsService);
  const requests = app.get(RequestsService);
  const decisions = app.get(ProceedingDecisionsService);
  const store = app.get(ProceedingsStore);
  const files = app.get(Files);
  const bureau = { organisationId: organisationOf(registrarA) };
  const target = async (id: string): Promise<Target> => ({
    clientMutationId: randomUUID(),
    id,
    expectedVersion: (await store.byIds([id])).get(id)?.version ?? 0,
  });
  const file: Aftermath['file'] = async (actor, proceedingId) => {
    const stored = await files.put(Readable.from([Buffer.from(`%PDF-1.4 ${randomUUID()}`)]));
    return (await drafts.addFile(actor, { ...stored, proceedingId, name: '补充协议.pdf' })).id;
  };
  const draft: Aftermath['draft'] = async (actor, contractId, kind, fields = {}, evidence = true) => {
    const { id } = await drafts.start(actor, { clientMutationId: randomUUID(), contractId, kind });
    await drafts.save(actor, { ...(await target(id)), ...WORDS[kind], ...fields });
    if (evidence) await file(actor, id);
    return id;
  };
  const examine = async (id: string, amounts: object = {}) =>
    decisions.examine(registrarA, { ...(await target(id)), favourable: true, opinion: OPINION, ...amounts });
  return {
    drafts,
    requests,
    decisions,
    benefits: app.get(BenefitsService),
    registrarC: aMember('BUREAU_CITY', ['REGISTRAR'], bureau),
    registrarD: aMember('BUREAU_CITY', ['REGISTRAR'], bureau),
    draft,
    file,
    target,
    async change(contractId, until, form = MORE) {
      const id = await draft(seller, contractId, 'CHANGE', { form });
      await requests.requestChange(seller, await target(id));
      if (until === 'OPEN') return id;
      const proposal = (await store.byIds([id])).get(id)?.proposal?.money;
      const amounts = {
        approvedTotal: proposal?.total ?? null,
        approvedTechnical: proposal?.technical ?? null,
      };
      await examine(id, amounts);
      if (until === 'APPROVED')
        await decisions.approveChange(registrarB, { ...(await target(id)), opinion: OPINION, ...amounts });
      return id;
    },
    async cancel(contractId, until) {
      const id = await draft(seller, contractId, 'CANCELLATION');
      await requests.requestCancellation(seller, await target(id));
      if (until === 'OPEN') return id;
      await examine(id);
      if (until === 'APPROVED')
        await decisions.approveCancellation(registrarB, { ...(await target(id)), opinion: OPINION });
      return id;
    },
  };
}

/** What stands in the database after a step: the contract, its ledger, the notices to the tax office. */
export interface Records {
  contract(id: string): Promise<{
    readonly state: string;
    readonly total: string;
    readonly certificate_version: number;
    readonly registration_number: string;
  }>;
  ledger(id: string): Promise<{ kind: string; count: number; total: string; technical: string }[]>;
  notices(id: string): Promise<{ state: string; content: Record<string, unknown> }[]>;
}

export const recordsOf = (world: World): Records => ({
  async contract(id) {
    const [row] = await world.rows<Awaited<ReturnType<Records['contract']>>>(
      sql`select state, total, certificate_version, registration_number from contracts.contract where id = ${id}`,
    );
    if (row === undefined) throw new Error('no contract');
    return row;
  },
  ledger: (id) =>
    world.rows(
      sql`select kind, count, total, technical from contracts.ledger where contract_id = ${id} order by seq`,
    ),
  notices: (id) =>
    world.rows(sql`select state, content from contracts.tax_notice where contract_id = ${id} order by id`),
});
