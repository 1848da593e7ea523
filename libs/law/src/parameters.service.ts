import { Injectable } from '@nestjs/common';
import {
  actorId,
  cleanText,
  DomainError,
  isPlatformAdmin,
  legalDayOf,
  notFound,
  refuseIf,
  scopesOf,
  Violations,
  type Actor,
  type AvailableAction,
  type LegalDay,
} from '@jihui/kernel';
import {
  Audit,
  connectionOf,
  isUuid,
  ParameterBook,
  staleVersion,
  uuidv7,
  Work,
  type Connection,
  type GraphContext,
  type PageArgs,
  type ParameterDefinition,
  type ParameterEntry,
  type TimelineEntry,
} from '@jihui/platform';
import { mayKeep } from './core/errors.js';
import { cleanVersion, versionViolations, withdrawalViolations, type VersionDays } from './core/parameter.js';
import type { EnterParameterVersionInput, WithdrawParameterVersionInput } from './law.types.gen.js';

export const streamOf = (name: string): string => `Parameter:${name}`;

export const daysOf = (entry: ParameterEntry): VersionDays => ({
  ...entry,
  withdrawn: entry.withdrawnAt !== null,
});

/** @throws DomainError UNAUTHENTICATED, FORBIDDEN */
export function keeper(actor: Actor): string {
  const verdict = mayKeep(actor);
  if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reason);
  return actorId(actor);
}

/** Bureau people decide by parameters, so they read them; nobody else has a list of them. */
const reads = (actor: Actor): boolean =>
  isPlatformAdmin(actor) || scopesOf(actor, 'OFFICER', 'REGISTRAR', 'ORG_ADMIN').length > 0;

/** 法定参数: their versions are entered here and never changed. */
@Injectable()
export class ParametersService {
  constructor(
    private readonly work: Work,
    private readonly book: ParameterBook,
    private readonly audit: Audit,
  ) {}

  async list(
    actor: Actor,
    filter: { readonly domain?: string | null; readonly text?: string | null },
    args: PageArgs,
  ): Promise<Connection<ParameterDefinition>> {
    if (!reads(actor)) return connectionOf([], args);
    const text = cleanText(filter.text ?? '').slice(0, 100);
    return this.book.list({ domain: filter.domain ?? null, text: text === '' ? null : text }, args);
  }

  async one(actor: Actor, name: string): Promise<ParameterDefinition | null> {
    if (!reads(actor)) return null;
    return (await this.book.byNames([cleanText(name)])).get(name) ?? null;
  }

  async entries(context: GraphContext, name: string): Promise<readonly ParameterEntry[]> {
    return (await context.load('law.entries', (names) => this.book.entriesOf(names), name)) ?? [];
  }

  async timeline(context: GraphContext, name: string): Promise<readonly TimelineEntry[]> {
    const stream = streamOf(name);
    return (await context.load('law.timelines', (names) => this.audit.timelines('law', names), stream)) ?? [];
  }

  /** @throws DomainError UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, STALE_VERSION, INVALID_INPUT with all violations. */
  async enter(actor: Actor, input: EnterParameterVersionInput): Promise<{ name: string }> {
    const by = keeper(actor);
    const form = cleanVersion(input);
    return this.run(actor, 'enterParameterVersion', input, async (tx, parameter, entries) => {
      const today = legalDayOf(tx.now);
      refuseIf(versionViolations(form, parameter, entries.map(daysOf), today));
      const { name } = parameter;
      await this.book.enter({ ...form, id: uuidv7(), name, enteredBy: by, enteredAt: tx.now });
      await tx.audit({ stream: streamOf(name), action: 'enter', after: form, reason: told(form) });
    });
  }

  /** @throws DomainError as {@link enter}. */
  async withdraw(actor: Actor, input: WithdrawParameterVersionInput): Promise<{ name: string }> {
    const by = keeper(actor);
    const reason = cleanText(input.reason);
    refuseIf(new Violations().text('reason', '撤回原因', reason, { max: 500 }).found);
    return this.run(actor, 'withdrawParameterVersion', input, async (tx, _parameter, entries) => {
      const entry = isUuid(input.versionId) ? entries.find(({ id }) => id === input.versionId) : undefined;
      if (entry === undefined) throw notFound('该版本');
      refuseIf(withdrawalViolations(daysOf(entry), legalDayOf(tx.now)));
      await this.book.withdraw(entry, by, tx.now);
      await tx.audit({
        stream: streamOf(entry.name),
        action: 'withdraw',
        before: entry,
        reason: `${told(entry)}；撤回：${reason}`,
      });
    });
  }

  private run(
    actor: Actor,
    name: string,
    input: {
      readonly clientMutationId: string;
      readonly parameter: string;
      readonly expectedVersion: number;
    },
    change: (
      tx: Parameters<Parameters<Work['run']>[1]>[0],
      parameter: ParameterDefinition,
      entries: readonly ParameterEntry[],
    ) => Promise<void>,
  ): Promise<{ name: string }> {
    const { clientMutationId } = input;
    return this.work.run({ domain: 'law', name, actor, clientMutationId, input }, async (tx) => {
      const parameter = await this.book.lock(cleanText(input.parameter));
      if (parameter === undefined) throw notFound('该参数');
      if (parameter.version !== input.expectedVersion) throw staleVersion();
      const entries = (await this.book.entriesOf([parameter.name])).get(parameter.name) ?? [];
      await change(tx, parameter, entries);
      return { name: parameter.name };
    });
  }
}

const told = ({
  value,
  effectiveFrom,
  effectiveTo,
  source,
}: {
  readonly value: number;
  readonly effectiveFrom: LegalDay;
  readonly effectiveTo: LegalDay | null;
  readonly source: string;
}): string =>
  effectiveTo === null
    ? `取值 ${value}，自 ${effectiveFrom} 起，依据 ${source}`
    : `取值 ${value}，自 ${effectiveFrom} 起至 ${effectiveTo}，依据 ${source}`;

/** What the viewer could do now. */
export const actionsOn = (actor: Actor): readonly AvailableAction<string>[] =>
  mayKeep(actor).allowed ? [{ action: 'enter', enabled: true, reason: null, violations: [] }] : [];
