import { Injectable } from '@nestjs/common';
import { BusinessClock, type Task } from '@jihui/platform';
import { ContractFacts } from '../contract-facts.js';
import type { Contract } from '../core/contract.js';
import type { ContractCase } from '../core/facts.js';
import { wholeForm } from '../core/form-patch.js';
import { differences, type Difference, type Judged } from '../core/replay.js';
import { NotJudged } from '../core/replay-run.js';
import { findingsOf, pinnedRuleSetOf, ruleSetNamed } from '../core/rulesets/sets.js';
import type { RuleSet } from '../core/rulesets/rule.js';
import { ReplayStore, type Registered } from '../store/replay.store.js';

/** A registered contract that another set would have decided otherwise. */
export interface Replayed {
  readonly contract: Contract;
  readonly differences: readonly Difference[];
  /** No facts were kept with the decision: those of today were taken. */
  readonly rebuilt: boolean;
}

const BATCH = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

const WHAT: { readonly [what in Difference['what']]: string } = {
  WOULD_STOP: '将不予登记',
  WOULD_NOT_STOP: '不再阻止登记',
  EXPERTS: '须专家评审',
  NO_EXPERTS: '无须专家评审',
  OTHER_CLASS: '类别不同',
};

/** `jihui replay-rules --ruleset X [--since D]`: old cases under another law, a batch in memory at a time. */
@Injectable()
export class RuleReplay implements Task {
  constructor(
    private readonly store: ReplayStore,
    private readonly facts: ContractFacts,
    private readonly clock: BusinessClock,
  ) {}

  async *run(options: Readonly<Record<string, string>>): AsyncGenerator<string> {
    const set = ruleSetNamed(options['ruleset'] ?? '');
    let different = 0;
    let looked = 0;
    for await (const { contract, differences: found, rebuilt } of this.replay(
      set,
      options['since'] ?? null,
      () => (looked += 1),
    )) {
      different += 1;
      yield `${contract.registrationNumber ?? ''}  ${contract.form.title}  ${contract.ruleSet ?? ''} → ${set.id}${rebuilt ? '（决定时的事实未留存，按现有事实比对）' : ''}`;
      for (const { rule, what, article, why } of found)
        yield `    ${WHAT[what]}  ${rule}  ${why}  （${article}）`;
    }
    yield `✓ 按 ${set.id} 重新比对 ${looked} 份已登记合同，${different} 份结论不同`;
  }

  /** Those whose outcome would differ, in the order of their ids. `onLooked` is called for every contract looked at. */
  async *replay(
    set: RuleSet,
    since: string | null,
    onLooked: () => void = () => undefined,
  ): AsyncGenerator<Replayed> {
    for (let after: string | null = null; ;) {
      const { looked, found, next } = await this.batch(set, { since, divisions: null, after });
      for (let count = 0; count < looked; count += 1) onLooked();
      yield* found;
      if (next === null) return;
      after = next;
    }
  }

  /** The next contracts after that one: how many were looked at, which differ, and where to go on; null at the end. */
  async batch(
    set: RuleSet,
    over: {
      readonly since: string | null;
      readonly divisions: readonly string[] | null;
      readonly after: string | null;
    },
  ): Promise<{
    readonly looked: number;
    readonly found: readonly Replayed[];
    readonly next: string | null;
  }> {
    const batch = await this.store.registered({ ...over, after: over.after ?? FIRST }, BATCH);
    const rebuilt = await this.rebuilt(batch.filter(({ basis }) => basis === null));
    const found = batch.flatMap((registered): readonly Replayed[] => {
      const { contract } = registered;
      const different = judging(contract, () => {
        const subject = rebuilt.get(contract.id);
        const judged = judgedOf(registered) ?? (subject && judgedNow(subject));
        return judged === undefined ? [] : differences(judged, set);
      });
      return different.length === 0
        ? []
        : [{ contract, differences: different, rebuilt: rebuilt.has(contract.id) }];
    });
    const next = batch.length < BATCH ? null : (batch.at(-1)?.contract.id ?? null);
    return { looked: batch.length, found, next };
  }

  /** What was registered before facts were kept is judged by what is held today. */
  private async rebuilt(batch: readonly Registered[]): Promise<ReadonlyMap<string, ContractCase>> {
    if (batch.length === 0) return new Map();
    const contracts = batch.map(({ contract }) => contract);
    const cases = await this.facts.ofAll(contracts, await this.clock.now());
    return new Map(cases.map((subject) => [subject.contract.id, subject]));
  }
}

/** @throws NotJudged with what the rules threw. */
function judging<T>(contract: Contract, judge: () => T): T {
  try {
    return judge();
  } catch (cause) {
    throw new NotJudged(contract.id, cause);
  }
}

const judgedNow = (subject: ContractCase): Judged => ({
  form: subject.contract.form,
  facts: subject.facts,
  ruleSet: pinnedRuleSetOf(subject.contract),
  findings: findingsOf(subject),
});

/** The decision as it was kept; a fact that was not looked at then says nothing. */
function judgedOf({ contract, basis }: Registered): Judged | undefined {
  if (basis === null) return undefined;
  return {
    form: wholeForm(basis.form ?? contract.form),
    facts: { ...NOTHING_AROUND, ...basis.facts },
    ruleSet: ruleSetNamed(basis.ruleSet),
    findings: basis.findings,
  };
}

const NOTHING_AROUND = { twins: [], siblings: [], relations: [], circle: null, texts: [] } as const;
