import { Injectable } from '@nestjs/common';
import { DomainError, refuseIf, system, violation, type Actor, type Violation } from '@jihui/kernel';
import { DOMAIN_NAMES, type DomainName } from '@jihui/events';
import {
  Config,
  IndexCheck,
  IndexChecks,
  OperationFigures,
  Reindex,
  Retention,
  RETENTION_BATCH,
  Work,
  type GivenUp,
  type IndexReport,
  type RetentionReport,
  type RetentionRule,
  type Storage,
  type WorkOf,
} from '@jihui/platform';
import { mayOperate, OperationCodes } from '../core/operation.js';
import { InboxStore, type MailFigures } from '../store/inbox.store.js';
import type { CheckSearchIndexInput, RetryDeliveriesInput } from '../notifications.types.gen.js';

const MOST_AT_ONCE = 50;
const STREAM = 'Operation:platform';

export interface OperationView {
  readonly work: readonly WorkOf[];
  readonly givenUp: readonly GivenUp[];
  readonly mail: MailFigures & { readonly server: string | null };
  readonly storage: Storage;
  readonly searchIndex: IndexReport;
  readonly retention: readonly RetentionReport[];
}

/** 运行状况: what an administrator sees of the platform's own work, and sets off again. */
@Injectable()
export class OperationService {
  constructor(
    private readonly work: Work,
    private readonly figures: OperationFigures,
    private readonly checks: IndexChecks,
    private readonly inbox: InboxStore,
    private readonly config: Config,
    private readonly reindex: Reindex,
    private readonly indexCheck: IndexCheck,
    private readonly retention: Retention,
  ) {}

  /** @throws DomainError UNAUTHENTICATED, FORBIDDEN */
  async view(actor: Actor): Promise<OperationView> {
    operator(actor);
    const [work, givenUp, mail, storage, searchIndex, retention] = await Promise.all([
      this.figures.work(),
      this.figures.givenUp(),
      this.inbox.mailFigures(),
      this.figures.storage(),
      this.checks.last(),
      this.retention.report(),
    ]);
    const { smtpUrl } = this.config;
    const server = smtpUrl === null ? null : new URL(smtpUrl).host;
    return { work, givenUp, mail: { ...mail, server }, storage, searchIndex, retention };
  }

  /**
   * Has deliveries that were given up tried again, by a job that follows the commit.
   * @throws DomainError UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT with all that are not given up
   */
  async retry(actor: Actor, input: RetryDeliveriesInput): Promise<{ readonly asked: number }> {
    operator(actor);
    const { domain: name, clientMutationId } = input;
    const command = {
      domain: 'notifications',
      name: 'retryDeliveries',
      actor,
      clientMutationId,
      input,
    } as const;
    const ids = [...new Set(input.deliveries)];
    return this.work.run(command, async (tx) => {
      const domain = DOMAIN_NAMES.find((known) => known === name);
      refuseIf([...domainViolations(domain), ...(await this.notGivenUp(domain, ids))]);
      await tx.addJob('notifications.retryDeliveries', { domain: domain ?? 'notifications', ids });
      await tx.audit({ stream: STREAM, action: 'retryDeliveries', after: { domain: name, deliveries: ids } });
      return { asked: ids.length };
    });
  }

  /** @throws DomainError UNAUTHENTICATED, FORBIDDEN */
  async check(actor: Actor, input: CheckSearchIndexInput): Promise<{ readonly askedAt: string }> {
    operator(actor);
    const { clientMutationId } = input;
    const rebuild = input.rebuild ?? false;
    const command = {
      domain: 'notifications',
      name: 'checkSearchIndex',
      actor,
      clientMutationId,
      input,
    } as const;
    return this.work.run(command, async (tx) => {
      await this.checks.ask(tx.now);
      await tx.addJob('notifications.checkSearchIndex', { rebuild });
      await tx.audit({ stream: STREAM, action: 'checkSearchIndex', after: { rebuild } });
      return { askedAt: tx.now.toISOString() };
    });
  }

  /** For the job. */
  async retryNow(domain: DomainName, ids: readonly string[]): Promise<void> {
    await this.figures.retry(domain, ids);
  }

  /** For the job: it takes as long as all documents take to be read. */
  async checkNow(rebuild: boolean): Promise<void> {
    if (rebuild) await this.reindex.run();
    await this.checks.tell(await this.indexCheck.run());
  }

  /** For the job: each rule, whatever became of the others. @throws the first error, once all had their turn */
  async removeExpired(): Promise<void> {
    const errors: unknown[] = [];
    for (const rule of this.retention.rules)
      await this.removeBy(rule).catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw errors[0];
  }

  /** As much at a time as leaves others their turn. */
  private async removeBy(rule: RetentionRule): Promise<void> {
    const before = await this.retention.before(rule);
    let isFirst = true;
    while ((await this.removeBatch(rule, before, isFirst)) >= RETENTION_BATCH) isFirst = false;
  }

  /** What is taken away, and that it was, in one transaction. */
  private removeBatch(rule: RetentionRule, before: Date, isFirst: boolean): Promise<number> {
    const actor = system('notifications.removeExpired');
    return this.work.run({ domain: 'notifications', name: 'removeExpired', actor }, async (tx) => {
      const removed = await rule.remove(before);
      await this.retention.note(rule, tx.now, removed, isFirst);
      if (removed > 0)
        await tx.audit({
          stream: `Retention:${rule.name}`,
          action: 'remove',
          after: { before: before.toISOString(), removed },
        });
      return removed;
    });
  }

  private async notGivenUp(domain: DomainName | undefined, ids: readonly string[]): Promise<Violation[]> {
    if (ids.length === 0 || ids.length > MOST_AT_ONCE)
      return [violation('deliveries', OperationCodes.HOW_MANY, '请选择 1 至 50 项任务')];
    const given = domain === undefined ? [] : await this.figures.areGivenUp(domain, ids);
    return ids.flatMap((_, index) =>
      given[index] === true
        ? []
        : [
            violation(
              `deliveries.${index}`,
              OperationCodes.NOT_GIVEN_UP,
              '该任务不在已放弃之列，可能已经重新执行',
            ),
          ],
    );
  }
}

const domainViolations = (domain: DomainName | undefined): Violation[] =>
  domain === undefined ? [violation('domain', OperationCodes.UNKNOWN_DOMAIN, '没有这个领域')] : [];

/** @throws DomainError UNAUTHENTICATED, FORBIDDEN */
function operator(actor: Actor): void {
  const verdict = mayOperate(actor);
  if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reason);
}
