import { Injectable } from '@nestjs/common';
import { cleanText, Codes, DomainError, legalDayOf, notFound, refuseIf, type Actor } from '@jihui/kernel';
import {
  BusinessClock,
  checkIds,
  isUuid,
  Parameters,
  uuidv7,
  Work,
  type Connection,
  type PageArgs,
} from '@jihui/platform';
import { personOf } from '../contract-changes.js';
import { calculate, calculatorOf, type Calculation } from '../core/calculators/calculators.js';
import { prefillOf } from '../core/calculators/prefill.js';
import { CalculationsStore, type SavedCalculation } from '../store/calculations.store.js';
import { ContractsStore } from '../store/contracts.store.js';

const MAX_TITLE = 100;

export interface ToCalculate {
  readonly calculator: string;
  readonly inputs: unknown;
  readonly on?: string | null;
}

/** 测算: anybody calculates; who is signed in keeps the result. */
@Injectable()
export class CalculatorsService {
  constructor(
    private readonly work: Work,
    private readonly store: CalculationsStore,
    private readonly contracts: ContractsStore,
    private readonly law: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** By the law of that day, today where none is given. @throws DomainError INVALID_INPUT; CONTRACT.UNKNOWN_CALCULATOR. */
  async calculate({ calculator: id, inputs, on }: ToCalculate): Promise<Calculation> {
    const calculator = calculatorOf(id);
    const day = on ?? legalDayOf(await this.clock.now());
    const names = Object.values(calculator.parameters).map(({ name }) => name);
    return calculate(calculator, inputs, day, await this.law.inForce(names, day));
  }

  /** Keeps the result with all it rests on; calculated here, never taken from the sender. */
  async save(
    actor: Actor,
    input: ToCalculate & {
      readonly clientMutationId: string;
      readonly title: string;
      readonly contractId?: string | null;
    },
  ): Promise<{ id: string }> {
    const personId = personOf(actor);
    const { clientMutationId, contractId = null } = input;
    const command = { domain: 'contracts', name: 'saveCalculation', actor, clientMutationId, input } as const;
    return this.work.run(command, async (tx) => {
      if (contractId !== null) await this.visible(actor, contractId);
      const title = titleOf(input.title);
      const calculation = await this.calculate({ ...input, on: input.on ?? legalDayOf(tx.now) });
      const id = uuidv7();
      await this.store.add({ ...calculation, id, personId, contractId, title, createdAt: tx.now });
      return { id };
    });
  }

  /** The person's own; null for anybody else's. */
  async one(actor: Actor, id: string): Promise<SavedCalculation | null> {
    return isUuid(id) ? ((await this.store.get(actor, id)) ?? null) : null;
  }

  list(
    actor: Actor,
    filter: { readonly calculator?: string | null; readonly contractId?: string | null },
    args: PageArgs,
  ): Promise<Connection<SavedCalculation>> {
    if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
    checkIds(filter.contractId);
    return this.store.list(actor, filter, args);
  }

  /** What the contract gives to the calculator. @throws DomainError NOT_FOUND for a contract the actor may not see. */
  async prefill(actor: Actor, id: string, contractId: string): Promise<unknown> {
    const { id: calculator } = calculatorOf(id);
    const contract = await this.visible(actor, contractId);
    const year = Number((contract.registeredOn ?? legalDayOf(await this.clock.now())).slice(0, 4));
    const seller = contract.applicantOrganisationId;
    return prefillOf(calculator, contract, await this.contracts.registeredIn(actor, seller, year));
  }

  private async visible(actor: Actor, contractId: string) {
    checkIds(contractId);
    const contract = (await this.contracts.byIds(actor, [contractId])).get(contractId);
    if (contract === undefined) throw notFound('合同');
    return contract;
  }
}

function titleOf(text: string): string {
  const title = cleanText(text);
  const problem = (code: string, message: string) => [{ path: 'title', code, message }];
  refuseIf(title === '' ? problem('REQUIRED', '请为这次测算起个名称') : []);
  refuseIf([...title].length > MAX_TITLE ? problem('TOO_LONG', `名称不超过${MAX_TITLE}字`) : []);
  return title;
}
