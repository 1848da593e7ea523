import { Injectable } from '@nestjs/common';
import {
  cleanText,
  Codes,
  covers,
  DomainError,
  hasRole,
  notFound,
  refuseIf,
  scopesOf,
  system,
  Violations,
  type Actor,
} from '@jihui/kernel';
import type { ContractSnapshot } from '@jihui/events';
import { checkIds, Parameters, staleVersion, type Tx } from '@jihui/platform';
import { CommissionsService, UNDONE } from './commissions.service.js';
import { isBypass } from './core/introduction.js';
import { dealLifecycle } from './core/lifecycle.js';
import { dealMachine } from './core/perform.js';
import { DealDesk } from './deal-desk.js';
import type { CloseBypassAlertInput } from './deals.types.gen.js';
import { DealsStore } from './store/deals.store.js';
import { FactsStore } from './store/facts.store.js';
import { IntroductionsStore } from './store/introductions.store.js';

/** Months after an introduction within which a contract without the broker is looked at. */
export const BYPASS_MONTHS = 'deals.bypass_window_months';

const REGISTRY = system('deals.followContract');

/** What a deal's stage says of a registration that ended (reference A7). */
const ENDED: Readonly<Record<string, string>> = {
  CANCELLED: '登记的合同已注销',
  REVOKED: '登记的合同已被撤销登记',
};

/** Follows the contract registry: a deal becomes registered, commissions fall due or are reversed, bypasses show. */
@Injectable()
export class RegistryService {
  constructor(
    private readonly desk: DealDesk,
    private readonly deals: DealsStore,
    private readonly facts: FactsStore,
    private readonly commissions: CommissionsService,
    private readonly introductions: IntroductionsStore,
    private readonly parameters: Parameters,
  ) {}

  /** What a contract's event means for deals; an old or repeated event changes nothing. */
  async followContract(contract: ContractSnapshot, version: number, tx: Tx): Promise<void> {
    if (!(await this.facts.putContract(contract, version))) return;
    if (contract.standing) {
      await this.register(contract, tx);
      await this.findBypasses(contract, tx);
    }
    if (contract.dealId !== null && UNDONE[contract.state] !== undefined)
      await this.end(contract.dealId, contract.state, tx);
  }

  /**
   * 登记终止: a registered deal is one of a signed contract again, and its fees are reversed; sides and brokers are told.
   * A deal whose later application is registered by now keeps both.
   */
  private async end(dealId: string, contractState: string, tx: Tx): Promise<void> {
    if ((await this.deals.get(dealId)) === undefined) return;
    if (await this.facts.registrationStands(dealId)) return;
    const deal = await this.desk.open(REGISTRY, dealId);
    const reversed = UNDONE[contractState] ?? '';
    const touched = await this.commissions.reverseAll(tx, dealId, reversed);
    if (dealLifecycle.next(deal.state, 'endRegistration') !== undefined) {
      const state = dealMachine.perform(deal, 'endRegistration', REGISTRY, tx.now);
      const reason = touched > 0 ? reversed : (ENDED[contractState] ?? null);
      const evidence = ENDED[contractState] ?? '';
      await this.desk.keep(REGISTRY, tx, deal, 'endRegistration', { state, evidence, reason });
    } else if (touched > 0)
      await this.desk.keep(REGISTRY, tx, deal, 'reverseCommissions', { reason: reversed });
  }

  private async register(contract: ContractSnapshot, tx: Tx): Promise<void> {
    const { dealId } = contract;
    if (dealId === null || (await this.deals.get(dealId)) === undefined) return;
    const deal = await this.desk.open(REGISTRY, dealId);
    await this.commissions.conclude(tx, dealId, true);
    // A deal that was closed meanwhile keeps its state; the registration shows all the same.
    if (dealLifecycle.next(deal.state, 'registerContract') === undefined) return;
    const state = dealMachine.perform(deal, 'registerContract', REGISTRY, tx.now);
    const evidence = `技术合同登记编号 ${contract.registrationNumber ?? ''}`;
    await this.desk.keep(REGISTRY, tx, deal, 'registerContract', { state, evidence });
  }

  /** 绕单: raises one alert for each introduction that the contract went round. */
  private async findBypasses(contract: ContractSnapshot, tx: Tx): Promise<void> {
    const { sellerOrganisationId: sellerId, buyerOrganisationIds: buyerIds, registeredOn } = contract;
    if (sellerId === null || buyerIds.length === 0 || registeredOn === null) return;
    const window = await this.parameters.int(BYPASS_MONTHS, registeredOn);
    const registered = { sellerId, buyerIds, brokerNames: contract.brokerNames, registeredOn };
    for (const introduced of await this.introductions.between([sellerId, ...buyerIds], registeredOn)) {
      if (!isBypass(introduced, registered, window.value)) continue;
      const alert = {
        introductionId: introduced.id,
        contractId: contract.id,
        sellerName: contract.sellerName,
        buyerName: contract.buyerNames.join('、'),
        registrationNumber: contract.registrationNumber ?? '',
        registeredOn,
        windowMonths: window.value,
        parameterId: window.id,
      };
      const id = await this.introductions.raiseAlert(alert, tx.now);
      if (id !== undefined)
        await tx.audit({ stream: `BypassAlert:${id}`, action: 'raiseAlert', after: alert });
    }
  }

  /** 核实绕单提醒: by the city bureau of either side. @throws DomainError NOT_FOUND, FORBIDDEN, STALE_VERSION. */
  closeBypassAlert(actor: Actor, input: CloseBypassAlertInput): Promise<{ id: string }> {
    checkIds(input.id);
    const conclusion = cleanText(input.conclusion);
    return this.desk.run(actor, 'closeBypassAlert', input, async (tx) => {
      const alert = await this.introductions.lockAlert(input.id);
      const concerned =
        alert === undefined ? undefined : await this.introductions.concerned(alert.introductionId);
      if (alert === undefined || concerned === undefined) throw notFound('该提醒');
      const isBureau = coversAny(actor, concerned.divisions);
      if (!isBureau && !hasRole(actor, concerned.brokerId, 'BROKER')) throw notFound('该提醒');
      if (!isBureau) throw new DomainError(Codes.FORBIDDEN, '绕单提醒由市级主管部门核实处理');
      if (alert.version !== input.expectedVersion) throw staleVersion();
      if (alert.state === 'CLOSED') throw new DomainError(Codes.ILLEGAL_TRANSITION, '该提醒已处理');
      refuseIf(new Violations().text('conclusion', '处理意见', conclusion, { max: 2_000 }).found);
      await this.introductions.closeAlert(alert, conclusion);
      await tx.audit({
        stream: `BypassAlert:${alert.id}`,
        action: 'closeBypassAlert',
        before: { state: alert.state },
        after: { state: 'CLOSED', conclusion },
        reason: conclusion,
      });
      return { id: alert.id };
    });
  }
}

/** Whether the actor is an officer of a city bureau that covers one of the divisions. */
const coversAny = (actor: Actor, divisions: readonly string[]): boolean =>
  scopesOf(actor, 'OFFICER')
    .filter((scope) => scope.endsWith('00'))
    .some((scope) => divisions.some((division) => covers(scope, division)));
