import { Injectable } from '@nestjs/common';
import { DomainError, invalid, legalDayOf, type Actor, type Violation } from '@jihui/kernel';
import {
  checkCommand,
  checkIds,
  GroupCommit,
  settled,
  staleVersion,
  Work,
  type Claimed,
  type Command,
  type Outcome,
  type Tx,
} from '@jihui/platform';
import {
  ContractChanges,
  dayDecided,
  peopleOf,
  personOf,
  recordOf,
  seenBy,
  streamOf,
  type ReviewNote,
  type Target,
} from './contract-changes.js';
import { ContractFacts } from './contract-facts.js';
import type { Contract } from './core/contract.js';
import { MAX_BATCH, repeatViolations } from './core/decisions.js';
import type { ContractCase } from './core/facts.js';
import { contractMachine } from './core/perform.js';
import { Ledger } from './statistics/ledger.js';
import { ContractsStore } from './store/contracts.store.js';
import type { ReviewRow } from './store/parts.row.js';
import { PartsStore } from './store/parts.store.js';
import { RegistrationStore } from './store/registration.store.js';

/** Several contracts to be registered together. */
export interface Targets {
  readonly clientMutationId: string;
  readonly contracts: readonly Omit<Target, 'clientMutationId'>[];
}

/** A command that registers: all of its contracts, or none. */
interface Registering<T> {
  /** The mutation's name. */
  readonly name: string;
  readonly action: 'passSecond' | 'register';
  readonly actor: Actor;
  readonly input: Target | Targets;
  readonly targets: Targets['contracts'];
  /** The review that leads to it, where this very command decides. */
  readonly review?: ReviewNote;
  /** What the input itself has wrong: told together with what the rules find. */
  readonly wrong?: readonly Violation[];
  readonly answer: (ids: readonly string[]) => T;
}

type RegisteringCommand = Command & Registering<unknown>;

/** A contract as it was and as its registration leaves it. */
interface Changed {
  readonly tx: Tx;
  readonly command: RegisteringCommand;
  readonly subject: ContractCase;
  readonly next: Contract;
}

type FindCase = (actor: Actor, id: string) => ContractCase;

/** Transactions at once: while the database writes one, the rules look at the next. */
const LANES = 3;

/**
 * 登记: the one way in which numbers are given. Whoever registers at a registry waits for who registers there at the
 * moment, so what comes meanwhile is registered together, in one transaction, with number, ledger, history, event and
 * certificate of each; the statements do not grow with them.
 */
@Injectable()
export class Registrations {
  private readonly group = new GroupCommit<RegisteringCommand, unknown>(
    (commands) => this.together(commands),
    {
      lanes: LANES,
      most: MAX_BATCH,
      weightOf: ({ targets }) => targets.length,
      keysOf: ({ clientMutationId, targets }) => [
        clientMutationId?.toLowerCase() ?? '',
        ...targets.map(({ id }) => id),
      ],
    },
  );

  constructor(
    private readonly work: Work,
    private readonly contracts: ContractsStore,
    private readonly facts: ContractFacts,
    private readonly changes: ContractChanges,
    private readonly parts: PartsStore,
    private readonly store: RegistrationStore,
    private readonly ledger: Ledger,
  ) {}

  /**
   * @throws DomainError NOT_FOUND, STALE_VERSION and what the machine refuses; of a command with several contracts
   * INVALID_INPUT with what stands in the way of each, its path `contracts.<index>`.
   */
  async register<T>(registering: Registering<T>): Promise<T> {
    const { clientMutationId } = registering.input;
    const command = { ...registering, domain: 'contracts', clientMutationId, keyed: true } as const;
    checkCommand(command);
    checkIds(...command.targets.map(({ id }) => id));
    // What stands in the way of each is a list, and only somebody is given one.
    if ('contracts' in command.input) personOf(command.actor);
    return (await this.carryOut(command)) as T;
  }

  /** In the transaction that is open, where there is one: what it has locked would else be waited for for ever. */
  private async carryOut(command: RegisteringCommand): Promise<unknown> {
    if (!this.work.isOpen) return this.group.run(command);
    return (await this.together([command])).map(settled)[0];
  }

  private together(commands: readonly RegisteringCommand[]): Promise<readonly Outcome<unknown>[]> {
    return this.work.runEach(commands, (claimed) => this.registerEach(claimed));
  }

  private async registerEach(
    claimed: readonly Claimed<RegisteringCommand>[],
  ): Promise<readonly Outcome<unknown>[]> {
    const find = await this.casesOf(claimed);
    const decided = claimed.map((each) => decide(each, find));
    await this.write(decided.flatMap((outcome) => ('done' in outcome ? outcome.done : [])));
    return decided.map((outcome, index) =>
      'refused' in outcome
        ? outcome
        : { done: claimed[index]?.command.answer(outcome.done.map(({ next }) => next.id)) },
    );
  }

  /** All contracts that are named, locked, with what the rules look at; each for who may see it. */
  private async casesOf(claimed: readonly Claimed<RegisteringCommand>[]): Promise<FindCase> {
    const found = await this.contracts.lockTied(
      [...new Set(claimed.flatMap(({ command }) => peopleOf(command.actor)))],
      claimed.flatMap(({ command }) => command.targets.map(({ id }) => id)),
    );
    // What two persons have judged is only looked at for what stops it: no verdict is kept, so no warning is asked for.
    const judges = claimed.some(({ command }) => command.review !== undefined);
    const cases = await this.facts.ofAll(
      [...found.values()].map(({ contract }) => contract),
      nowOf(claimed),
      undefined,
      judges ? 'AT_ALL' : 'AT_BLOCKS',
    );
    const caseOf = new Map(cases.map((subject) => [subject.contract, subject]));
    return (actor, id) => {
      const subject = caseOf.get(seenBy(actor, found.get(id)));
      if (subject === undefined) throw new Error('no facts');
      return subject;
    };
  }

  /** What others wait for, the numbers, is taken when all else is prepared and only the writing is left. */
  private async write(changed: readonly Changed[]): Promise<void> {
    const [first] = changed;
    if (first === undefined) return;
    const reviews = await Promise.all(changed.flatMap((each) => this.reviewOf(each)));
    await Promise.all(
      changed.map(({ tx, subject: { contract } }) =>
        tx.prepareAudit([{ stream: streamOf(contract.id), before: recordOf(contract) }]),
      ),
    );
    const numbers = await this.numbersOf(Number(legalDayOf(first.tx.now).slice(0, 4)), changed);
    const registered = changed.map(({ next, ...each }) => ({
      ...each,
      next: { ...next, registrationNumber: numbers.get(next.id) ?? null },
    }));
    // While the database writes the contracts, the rest is put together.
    first.tx.meanwhile(this.store.write(registered));
    this.parts.addReviews(first.tx, reviews);
    this.ledger.register(
      first.tx,
      registered.map(({ next, subject }) => ({
        contract: next,
        largeFrom: subject.facts.parameters.largeFrom,
      })),
    );
    for (const { tx, command, subject, next } of registered) {
      await tx.addJob('contracts.renderCertificate', { contractId: next.id });
      await this.changes.tell(tx, command.action, next, {
        before: subject.contract,
        reason: command.review?.opinion ?? null,
      });
    }
  }

  /** Contract id → its number, of the legal year of registration at the contract's registry. */
  private async numbersOf(year: number, changed: readonly Changed[]): Promise<ReadonlyMap<string, string>> {
    const numbers = new Map<string, string>();
    for (const [registry, those] of byRegistry(changed)) {
      const taken = await this.store.take({ year, registry }, those.length);
      those.forEach(({ next }, index) => numbers.set(next.id, taken[index] ?? ''));
    }
    return numbers;
  }

  private reviewOf({ tx, command, subject, next }: Changed): readonly Promise<ReviewRow>[] {
    if (command.review === undefined) return [];
    const reviewed = { ...subject, contract: next };
    return [this.changes.reviewOf(reviewed, personOf(command.actor), command.review, tx.now)];
  }
}

const nowOf = ([first]: readonly Claimed<RegisteringCommand>[]): Date => {
  if (first === undefined) throw new Error('nothing to register');
  return first.tx.now;
};

/** What the rules say to each contract of the command: all of them pass, or it is refused. */
function decide(each: Claimed<RegisteringCommand>, find: FindCase): Outcome<readonly Changed[]> {
  const changed: Changed[] = [];
  const refusals: [index: number, refusal: DomainError][] = [];
  each.command.targets.forEach((target, index) => {
    try {
      changed.push(registered(each, target, find));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refusals.push([index, error]);
    }
  });
  const { input } = each.command;
  const repeated = 'contracts' in input ? repeatViolations(input.contracts) : [];
  const [first] = refusals;
  if (first === undefined && repeated.length === 0) return { done: changed };
  if (first !== undefined && !('contracts' in input)) return { refused: first[1] };
  const own = refusals.flatMap(([index, error]) => violationsAt(`contracts.${index}`, error));
  return { refused: invalid([...repeated, ...own]) };
}

function registered(
  { command, tx }: Claimed<RegisteringCommand>,
  target: Targets['contracts'][number],
  find: FindCase,
): Changed {
  const { actor, action, review, wrong } = command;
  const subject = find(actor, target.id);
  const before = subject.contract;
  if (before.version !== target.expectedVersion) throw staleVersion();
  const state = contractMachine.perform(subject, action, actor, tx.now, wrong);
  const next: Contract = {
    ...before,
    ...(review && { secondReviewerId: personOf(actor) }),
    decidedOn: dayDecided(action, before, tx.now),
    registeredAt: tx.now,
    registeredOn: legalDayOf(tx.now),
    certificateVersion: 1,
    state,
    version: before.version + 1,
  };
  return { tx, command, subject, next };
}

/** A refusal of one of several, as violations of the whole input. */
function violationsAt(path: string, { code, told, violations }: DomainError): readonly Violation[] {
  if (violations.length === 0) return [{ path, code, ...told }];
  return violations.map((violation) => ({
    ...violation,
    path: violation.path === '' ? path : `${path}.${violation.path}`,
  }));
}

/** By prefix, so that two transactions take their series in one order; within one, as given. */
function byRegistry(changed: readonly Changed[]): readonly (readonly [string, readonly Changed[]])[] {
  const groups = new Map<string, Changed[]>();
  for (const each of changed) {
    const registry = each.next.registry?.numberPrefix ?? '';
    groups.set(registry, [...(groups.get(registry) ?? []), each]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}
