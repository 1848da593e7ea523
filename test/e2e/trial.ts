import { randomUUID } from 'node:crypto';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import type { GraphClient, Refusal } from '@jihui/testing';
import type { DemoCity } from './city.js';
import { withoutEnglish } from './english.js';
import { Ledger } from './ledger.js';
import { documentOf, mutationNamed, subjectOf, type Subject } from './walk.js';

/** One valid call of a mutation, with what makes it wrong. */
export interface Trial {
  readonly mutation: string;
  readonly who: GraphClient;
  /** A valid input, without its clientMutationId. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Who may not: each is refused the very same input. */
  readonly others: readonly GraphClient[];
  /** Another who may do it: of the two at once one wins, and the other is told. */
  readonly rival?: GraphClient;
  /** Where its button stands: the thing's own type and id, and the action by which it is offered. */
  readonly button?: { readonly query: string; readonly id: string; readonly action: string };
  /** What the trial's ids are of, where anybody who signed in reads it, such as a call that is out. */
  readonly seen?: { readonly query: string; readonly id: string };
  /** Ids of what is there and is of another kind, or another's, by the field that they stand in. */
  readonly astray?: Readonly<Record<string, readonly string[]>>;
  /** Another input that is as right, where what it names is looked for before anything else. */
  readonly other?: Readonly<Record<string, unknown>>;
  /** Whether the same may be done again at once, e.g. a message; otherwise the second time is refused. */
  readonly repeatable?: boolean;
  /** Each call is another's own by design, e.g. signing in: a repeat is not answered as before. */
  readonly everyCallAnew?: boolean;
  /** Tries are counted: so few wrong ones are made that the right one is not kept out. */
  readonly counted?: boolean;
  /** Selected of the subject besides id, version and state. */
  readonly more?: string;
}

type Json = Record<string, unknown>;
interface Leaf {
  readonly path: readonly (string | number)[];
  readonly type: GraphQLInputType;
  readonly required: boolean;
}

/** Longer than any text that is taken; each its own, since a list drops what is there twice. */
const long = (path: readonly (string | number)[]): string => `${named(path)} ${'长'.repeat(6_000)}`;
/** What everybody may be told who has no part in a thing. */
const KEPT_OUT = /^(UNAUTHENTICATED|FORBIDDEN|NOT_FOUND|DEALS\.NOT_YET_KNOWN|IDENTITY\.SESSION_REQUIRED)$/;
/** Ids of what everybody may know of: organisations, what is online, public notices, people. */
const OPEN_TO_ALL =
  /(^|\.)(organisationId|ownerId|sellerId|buyerId|brokerOrganisationId|brokerPersonId|personId|resultId|needId|listingId|disclosureId)$/;
/** What the second of two is told. */
const TOLD = /^(STALE_VERSION|ILLEGAL_TRANSITION|INVALID_INPUT|[A-Z]+\.[A-Z_]+)$/;
const TYPED = /^[A-Z]+(\.[A-Z_]+|_[A-Z_]+)?$/;

/** Leaves of the value by its type, lists and objects gone through; only what the value holds. */
function leavesOf(
  type: GraphQLInputObjectType,
  value: Json,
  path: readonly (string | number)[] = [],
): Leaf[] {
  const into = (
    inner: GraphQLInputType,
    held: unknown,
    at: readonly (string | number)[],
    required: boolean,
  ): Leaf[] => {
    if (isNonNullType(inner)) return into(inner.ofType, held, at, true);
    if (held === null || held === undefined) return [];
    if (isListType(inner))
      return (held as unknown[]).flatMap((item, index) => into(inner.ofType, item, [...at, index], false));
    if (isInputObjectType(inner)) return leavesOf(inner, held as Json, at);
    return [{ path: at, type: inner, required }];
  };
  return Object.values(type.getFields()).flatMap((field: GraphQLInputField) =>
    into(field.type, value[field.name], [...path, field.name], false),
  );
}

function changed(value: unknown, path: readonly (string | number)[], to: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return to;
  if (Array.isArray(value))
    return value.map((item, index) => (index === head ? changed(item, rest, to) : item));
  return { ...(value as Json), [head]: changed((value as Json)[head], rest, to) };
}

const nameOf = (type: GraphQLInputType): string => String(type).replace(/[[\]!]/g, '');
/** A value that the type does not take. */
const wrongOf = (type: GraphQLInputType): unknown => {
  if (isEnumType(type)) return 'NO_SUCH_VALUE';
  return ['String', 'Date', 'DateTime', 'ID'].includes(nameOf(type)) ? { wrong: true } : 'wrong';
};
const named = (path: readonly (string | number)[]): string => path.join('.');
/** Whether a violation speaks of the field: by its whole path or by its end. */
const speaksOf = (path: readonly (string | number)[], violation: string): boolean =>
  violation !== '' &&
  (named(path) === violation ||
    named(path).endsWith(`.${violation}`) ||
    violation.endsWith(`.${named(path)}`));

/** Tries every mutation: wrongly in every way, then rightly, twice at once, again, and with another input. */
export class Trials {
  readonly tried = new Set<string>();
  private readonly done = new Set<string>();

  constructor(
    private readonly city: DemoCity,
    private readonly ledger: Ledger,
  ) {}

  /** What is tried a second time is simply done. @returns what the right call answered. */
  async run<T = unknown>(trial: Trial): Promise<Subject & T> {
    const { mutation, counted = false } = trial;
    // Making a thing and changing it are two, though one mutation does both.
    const deed = `${mutation}${'expectedVersion' in trial.input ? ' at a version' : ''}`;
    if (this.done.has(deed)) return (await this.doneOnce(trial)) as Subject & T;
    this.done.add(deed);
    this.tried.add(mutation);
    await this.city.settle();
    // How many tries one has is another test's.
    if (counted) await this.ledger.query('delete from platform.throttle');
    const before = await this.ledger.read();
    await this.looksAtButton(trial);
    await this.keepsOut(trial);
    if (!counted) {
      await this.refusesWhatIsMissing(trial);
      await this.refusesWhatIsTooLong(trial);
      await this.refusesWhatNamesNothing(trial);
      await this.refusesWhatIsStale(trial);
    }
    this.ledger.expectUnchanged(before, await this.ledger.read(), `${mutation}, refused`);

    const id = randomUUID();
    const answer =
      trial.rival === undefined ? await this.doneTwiceAtOnce(trial, id) : await this.oneOfTwo(trial, id);
    await this.city.settle();
    const after = await this.ledger.read();
    if (trial.everyCallAnew !== true) await this.answersAgain(trial, id, answer);
    if (trial.repeatable !== true && trial.everyCallAnew !== true)
      await this.refusesTheSecondTime(trial, answer);
    await this.city.settle();
    if (trial.everyCallAnew !== true)
      this.ledger.expectUnchanged(after, await this.ledger.read(), `${mutation}, repeated`);
    return answer as Subject & T;
  }

  private async call(
    who: GraphClient,
    { mutation, more = '' }: Trial,
    input: unknown,
    clientMutationId: string = randomUUID(),
  ) {
    const given = input as Json;
    const { data, errors } = await who
      .query<Record<string, Json>>(documentOf(mutation, more), { input: { clientMutationId, ...given } })
      .answer();
    const [error] = errors ?? [];
    const subject = subjectOf(mutationNamed(mutation))?.name;
    const answer = subject === undefined ? data?.[mutation] : data?.[mutation]?.[subject];
    return { error, answer: answer as Subject };
  }

  private async refusal(who: GraphClient, trial: Trial, input: unknown, why: string): Promise<Refusal> {
    const { error, answer } = await this.call(who, trial, input);
    if (error === undefined)
      throw new Error(`${trial.mutation} ${why}: done, not refused: ${JSON.stringify(answer)}`);
    const { code } = error.extensions;
    if (code === undefined || !TYPED.test(code) || code === 'INTERNAL_SERVER_ERROR')
      throw new Error(`${trial.mutation} ${why}: ${code ?? 'no code'} ${error.message}`);
    const unsaid = withoutEnglish(error);
    if (unsaid.length > 0) throw new Error(`${trial.mutation} ${why} has no English: ${unsaid.join('; ')}`);
    const named = (error.extensions.violations ?? []).map((one) => `${one.path} ${one.code} ${one.message}`);
    if (new Set(named).size < named.length)
      throw new Error(`${trial.mutation} ${why} names the same twice: ${named.join('; ')}`);
    return error;
  }

  /** The button is there for whom it works, and for nobody whom the mutation keeps out. */
  private async looksAtButton({ mutation, who, others, button }: Trial): Promise<void> {
    if (button === undefined) return;
    const { query, id, action } = button;
    const offered = async (reader: GraphClient) => {
      const { data } = await reader
        .query<Record<string, { availableActions: { action: string; enabled: boolean }[] } | null>>(
          `query ($id: ID!) { it: ${query}(id: $id) { availableActions { action enabled } } }`,
          { id },
        )
        .answer();
      return data?.['it']?.availableActions.find((one) => one.action === action);
    };
    const own = await offered(who);
    if (own?.enabled !== true) throw new Error(`${mutation}: its button ${action} is ${JSON.stringify(own)}`);
    for (const other of others)
      if ((await offered(other)) !== undefined)
        throw new Error(`${mutation}: ${action} is offered to one who may not`);
  }

  private async keepsOut(trial: Trial): Promise<void> {
    for (const other of trial.others) {
      const refusal = await this.refusal(other, trial, trial.input, 'by one who may not');
      const { code } = refusal.extensions;
      if (!KEPT_OUT.test(code)) throw new Error(`${trial.mutation} by one who may not: ${code}`);
      await this.tellsNothing(other, trial, refusal);
    }
  }

  /** What is another's is answered as what does not exist, unless one sees it anyway. */
  private async tellsNothing(other: GraphClient, trial: Trial, refusal: Refusal): Promise<void> {
    const { button, seen = button } = trial;
    if (seen !== undefined && (await this.sees(other, seen))) return;
    for (const { path } of this.leaves(trial).filter(({ type }) => nameOf(type) === 'ID')) {
      if (OPEN_TO_ALL.test(named(path))) continue;
      const missing = await this.refusal(
        other,
        trial,
        changed(trial.input, path, randomUUID()),
        'by one who may not',
      );
      if (wordsOf(missing) !== wordsOf(refusal))
        throw new Error(
          `${trial.mutation} tells a stranger that ${named(path)} exists: ${wordsOf(refusal)}, else ${wordsOf(missing)}`,
        );
    }
  }

  private async sees(reader: GraphClient, { query, id }: NonNullable<Trial['seen']>): Promise<boolean> {
    const { data } = await reader
      .query<Record<string, object | null>>(`query ($id: ID!) { it: ${query}(id: $id) { __typename } }`, {
        id,
      })
      .answer();
    return data?.['it'] != null;
  }

  private leaves({ mutation, input }: Trial): Leaf[] {
    const type = mutationNamed(mutation).args[0]?.type as GraphQLInputType;
    const object = (isNonNullType(type) ? type.ofType : type) as GraphQLInputObjectType;
    return leavesOf(object, input);
  }

  private async refusesWhatIsMissing(trial: Trial): Promise<void> {
    for (const { path, type, required } of this.leaves(trial)) {
      // Any value is JSON: what it may hold is the rules' to say.
      const other = nameOf(type) === 'JSON' ? [] : [wrongOf(type)];
      const wrong = required ? [undefined, null, ...other] : other;
      for (const value of wrong) {
        const { extensions } = await this.refusal(
          trial.who,
          trial,
          changed(trial.input, path, value),
          `with ${named(path)} = ${JSON.stringify(value)}`,
        );
        if (extensions.code !== 'BAD_USER_INPUT')
          throw new Error(`${trial.mutation} ${named(path)}: ${extensions.code}`);
      }
    }
  }

  /** One text after the other, then all at once: then all are named at once. */
  private async refusesWhatIsTooLong(trial: Trial): Promise<void> {
    const texts = this.leaves(trial).filter(({ type }) => nameOf(type) === 'String');
    const limited: Leaf[] = [];
    for (const leaf of texts) {
      const why = `with ${named(leaf.path)} of 6,000 characters`;
      const { extensions } = await this.refusal(
        trial.who,
        trial,
        changed(trial.input, leaf.path, long(leaf.path)),
        why,
      );
      if (extensions.code !== 'INVALID_INPUT') continue;
      const paths = (extensions.violations ?? []).map(({ path }) => path);
      if (!paths.some((path) => speaksOf(leaf.path, path)))
        throw new Error(`${trial.mutation} ${why}: names ${paths.join(', ') || 'nothing'}`);
      limited.push(leaf);
    }
    if (limited.length < 2) return;
    const all = limited.reduce<unknown>((input, { path }) => changed(input, path, long(path)), trial.input);
    const { extensions } = await this.refusal(trial.who, trial, all, 'with every text too long');
    const paths = (extensions.violations ?? []).map(({ path }) => path);
    const silent = limited.filter((leaf) => !paths.some((path) => speaksOf(leaf.path, path)));
    if (silent.length > 0)
      throw new Error(
        `${trial.mutation} with every text too long does not name ${silent.map(({ path }) => named(path)).join(', ')}`,
      );
  }

  /** An id that is none, one that names nothing, and those that name something else. */
  private async refusesWhatNamesNothing(trial: Trial): Promise<void> {
    for (const { path } of this.leaves(trial).filter(({ type }) => nameOf(type) === 'ID'))
      for (const value of ['abc', randomUUID(), ...(trial.astray?.[named(path)] ?? [])])
        await this.refusal(
          trial.who,
          trial,
          changed(trial.input, path, value),
          `with ${named(path)} = ${value}`,
        );
  }

  private async refusesWhatIsStale(trial: Trial): Promise<void> {
    const { expectedVersion: version } = trial.input;
    if (typeof version !== 'number') return;
    for (const other of [version - 1, version + 1]) {
      const input = { ...trial.input, expectedVersion: other };
      const { extensions } = await this.refusal(trial.who, trial, input, `at version ${other}`);
      if (extensions.code !== 'STALE_VERSION')
        throw new Error(`${trial.mutation} at another version: ${extensions.code}`);
    }
  }

  private async doneOnce(trial: Trial): Promise<Subject> {
    const { error, answer } = await this.call(trial.who, trial, trial.input);
    if (error !== undefined) throw new Error(`${trial.mutation} was refused: ${wordsOf(error)}`);
    return answer;
  }

  /** A double click: both are answered, and it is done once. */
  private async doneTwiceAtOnce(trial: Trial, id: string): Promise<Subject> {
    if (trial.everyCallAnew === true) return this.doneOnce(trial);
    const [first, second] = await Promise.all([
      this.call(trial.who, trial, trial.input, id),
      this.call(trial.who, trial, trial.input, id),
    ]);
    for (const { error } of [first, second])
      if (error !== undefined) throw new Error(`${trial.mutation} was refused: ${wordsOf(error)}`);
    expect([trial.mutation, second.answer]).toEqual([trial.mutation, first.answer]);
    return first.answer;
  }

  private async oneOfTwo(trial: Trial, id: string): Promise<Subject> {
    const rival = trial.rival ?? trial.who;
    const outcomes = await Promise.all([
      this.call(trial.who, trial, trial.input, id),
      this.call(rival, trial, trial.input),
    ]);
    const done = outcomes.filter(({ error }) => error === undefined);
    const [refused] = outcomes.filter(({ error }) => error !== undefined);
    if (done.length !== 1 || refused?.error === undefined)
      throw new Error(`${trial.mutation} by two at once: ${done.length} were done`);
    if (!TOLD.test(refused.error.extensions.code))
      throw new Error(
        `${trial.mutation} by two at once: the second is told ${refused.error.extensions.code}`,
      );
    return (done[0] as { answer: Subject }).answer;
  }

  /** The same again is answered as before; under the same id another input is refused. */
  private async answersAgain(trial: Trial, id: string, answer: Subject): Promise<void> {
    if (trial.rival !== undefined) return;
    const again = await this.call(trial.who, trial, trial.input, id);
    if (again.error !== undefined) throw new Error(`${trial.mutation} again: ${wordsOf(again.error)}`);
    expect([trial.mutation, again.answer?.id]).toEqual([trial.mutation, answer?.id]);
    const other = trial.other ?? this.otherInput(trial);
    if (other === undefined) return;
    const mismatch = await this.call(trial.who, trial, other, id);
    if (mismatch.error?.extensions.code !== 'IDEMPOTENCY.MISMATCH')
      throw new Error(
        `${trial.mutation} with another input under the same id: ${mismatch.error?.extensions.code ?? 'done'}`,
      );
  }

  /** Another text or number, else another id; what the trial names where ids are looked for first. */
  private otherInput(trial: Trial): unknown {
    const leaves = this.leaves(trial);
    const plain = leaves.find(({ type }) => ['String', 'Int', 'Boolean', 'Fen'].includes(nameOf(type)));
    const found = plain ?? leaves.find(({ type }) => nameOf(type) === 'ID');
    const to = ({ path }: Leaf): unknown =>
      plain === undefined ? randomUUID() : otherThan(valueAt(trial.input, path));
    return found && changed(trial.input, found.path, to(found));
  }

  /** What is done is not there to be done: the second click, on a page that was loaded again. */
  private async refusesTheSecondTime(trial: Trial, answer: Subject): Promise<void> {
    // What is thrown away is not there to be read any more; its version went up by one all the same.
    const { expectedVersion: seen } = trial.input;
    const version = (answer as Subject | null)?.version ?? Number(seen) + 1;
    const current = seen === undefined ? {} : { expectedVersion: version };
    await this.refusal(trial.who, trial, { ...trial.input, ...current }, 'for the second time');
  }
}

const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((held, key) => (held as Record<string | number, unknown>)[key], value);

/** Another value that is as right as the first. */
const otherThan = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  const text = String(value);
  if (text.includes('@')) return `x${text}`;
  return /^\d+$/.test(text) ? `${text.slice(0, -1)}${(Number(text.at(-1)) + 1) % 10}` : `${text}，另一`;
};

const wordsOf = ({ message, extensions }: Refusal): string =>
  `${extensions.code} ${message} ${JSON.stringify(extensions.violations ?? [])}`;
