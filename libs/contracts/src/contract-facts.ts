import { Injectable } from '@nestjs/common';
import { addDays, legalDayOf, rollForward, type HolidayCalendar, type LegalDay } from '@jihui/kernel';
import type { DealSnapshot } from '@jihui/events';
import { rightNumberOf, type Contract } from './core/contract.js';
import type { CaseFacts, ContractCase, DealFacts, RegisteredPatent, Twin } from './core/facts.js';
import type { ContractParameters } from './core/parameters.js';
import type { RuleSet } from './core/rulesets/rule.js';
import { relationsOf } from './core/relations.js';
import { holderOf } from './core/reviewers.js';
import { findingsOf, ruleSetOf, ruleSetWithCode } from './core/rulesets/sets.js';
import { FactsStore, type ParametersInForce } from './store/facts.store.js';
import type { Basis } from './store/parts.row.js';
import { PatentsStore } from './store/patents.store.js';
import { ProceedingsStore } from './store/proceedings.store.js';
import { LikenessStore } from './store/likeness.store.js';
import { NeighboursStore, type Neighbours } from './store/neighbours.store.js';
import { ProjectionsStore } from './store/projections.store.js';
import { RegistriesStore } from './store/registries.store.js';
import { TextsStore } from './store/texts.store.js';

const dealFacts = (deal: DealSnapshot | undefined): DealFacts | null =>
  deal === undefined
    ? null
    : {
        pricingMethod: deal.price?.method ?? null,
        disclosureCompleted: deal.disclosure?.state === 'COMPLETED',
      };

/** The day whose law judges the contract: its acceptance, or today while it is not accepted. */
const pinOf = ({ acceptedOn }: Contract, today: LegalDay): LegalDay => acceptedOn ?? today;

const inForceOn = (
  parameters: ReadonlyMap<LegalDay, ParametersInForce>,
  day: LegalDay,
): ParametersInForce => {
  const found = parameters.get(day);
  if (found === undefined) throw new Error(`parameters of ${day} were not read`);
  return found;
};

const applicantOf = ({ applicantOrganisationId }: Contract): string => applicantOrganisationId;
const patentNumbersOf = ({ form }: Contract): readonly string[] =>
  form.content.ipRights.flatMap((right) => rightNumberOf(right) ?? []);
const NO_PATENTS: ReadonlyMap<string, readonly RegisteredPatent[]> = new Map();

/** Of the contract's rights what the register says; a bar is told of the applicant's own, and not one that this contract made. */
const registeredOf = (
  contract: Contract,
  patents: ReadonlyMap<string, readonly RegisteredPatent[]>,
): readonly RegisteredPatent[] =>
  [...new Set(patentNumbersOf(contract))]
    .flatMap((number) => patents.get(number) ?? [])
    .filter(({ open, ownerId }) => open || ownerId === contract.applicantOrganisationId)
    .map((patent) =>
      patent.ownerId === contract.applicantOrganisationId && contract.registrationNumber === null
        ? patent
        : { ...patent, exclusiveUntil: null, pledged: false },
    );

/** Gathers what the rules look at, for one application or for a page of them, in a fixed number of statements. */
@Injectable()
export class ContractFacts {
  constructor(
    private readonly facts: FactsStore,
    private readonly projections: ProjectionsStore,
    private readonly proceedings: ProceedingsStore,
    private readonly likeness: LikenessStore,
    private readonly texts: TextsStore,
    private readonly neighbours: NeighboursStore,
    private readonly registries: RegistriesStore,
    private readonly patents: PatentsStore,
  ) {}

  async of(contract: Contract, now: Date, calendar?: HolidayCalendar): Promise<ContractCase> {
    const [subject] = await this.ofAll([contract], now, calendar);
    if (subject === undefined) throw new Error('no facts');
    return subject;
  }

  /**
   * With a calendar also the last day for an objection, which the parties' objection alone asks for.
   * @param looking at all that the rules look at, or at what those that stop a step do: enough where no verdict is kept
   */
  async ofAll(
    contracts: readonly Contract[],
    now: Date,
    calendar?: HolidayCalendar,
    looking: 'AT_ALL' | 'AT_BLOCKS' = 'AT_ALL',
  ): Promise<readonly ContractCase[]> {
    const ids = contracts.map(({ id }) => id);
    const today = legalDayOf(now);
    const atAll = looking === 'AT_ALL';
    const [
      parameters,
      fileKinds,
      similar,
      texts,
      deals,
      organisations,
      proceedings,
      firstTimers,
      sameTexts,
      patents,
    ] = await this.facts.together(() =>
      Promise.all([
        this.facts.parameters(
          contracts.flatMap((contract) => [pinOf(contract, today), contract.decidedOn ?? today]),
        ),
        this.facts.fileKinds(ids),
        atAll ? this.likeness.twins(ids) : new Map<string, readonly Twin[]>(),
        this.texts.facts(ids),
        this.projections.deals(contracts.flatMap(({ dealId }) => dealId ?? [])),
        this.projections.organisations(contracts.map((contract) => contract.applicantOrganisationId)),
        this.proceedings.facts(ids),
        atAll ? this.facts.firstTimers(ids) : new Set<string>(),
        atAll ? new Map<string, Neighbours>() : this.neighbours.sameTexts(ids),
        atAll
          ? this.patents.under(contracts.flatMap(patentNumbersOf), contracts.map(applicantOf))
          : NO_PATENTS,
      ]),
    );
    const lawOf = (contract: Contract): ContractParameters =>
      inForceOn(parameters, pinOf(contract, today)).values;
    const [around, circles] = atAll
      ? await this.around(contracts, lawOf)
      : [sameTexts, new Map<string, readonly string[]>()];
    const deputies = await this.registries.deputiesOf(
      contracts.flatMap((contract) => holderOf(contract) ?? []),
      today,
    );
    return contracts.map((contract) => {
      const applicant = organisations.get(contract.applicantOrganisationId);
      const proceeding = proceedings.get(contract.id);
      const editing = contract.state === 'DRAFT' || contract.state === 'RETURNED';
      const facts: CaseFacts = {
        // A contract returned for correction is applied for on the day it is sent again.
        applicationDay: editing || contract.submittedAt === null ? today : legalDayOf(contract.submittedAt),
        parameters: lawOf(contract),
        fileKinds: fileKinds.get(contract.id) ?? [],
        twins: [...(around.get(contract.id)?.twins ?? []), ...(similar.get(contract.id) ?? [])],
        texts: texts.get(contract.id) ?? [],
        siblings: around.get(contract.id)?.siblings ?? [],
        relations: relationsOf(contract.form, around.get(contract.id)?.relations ?? []),
        circle: circles.get(contract.id) ?? null,
        deal: contract.dealId === null ? null : dealFacts(deals.get(contract.dealId)),
        applicantUscc: applicant?.uscc ?? '',
        firstTimeSeller: firstTimers.has(contract.id),
        atCounter: contract.counterIntake !== null,
        patents: registeredOf(contract, patents),
        applicantStateEstablished: applicant?.stateEstablished ?? false,
        proceeding: proceeding?.pending ?? null,
        pending: proceeding?.pending ?? null,
        evidenceCount: proceeding?.evidenceCount ?? 0,
        deputyId: deputies.get(holderOf(contract) ?? '') ?? null,
        objectionUntil:
          calendar === undefined || contract.decidedOn === null
            ? null
            : rollForward(
                addDays(contract.decidedOn, inForceOn(parameters, contract.decidedOn).values.objectionDays),
                calendar,
              ),
        keptObjectors: (proceeding?.kept ?? [])
          .filter(({ certificateVersion }) => certificateVersion === contract.certificateVersion)
          .map(({ organisationId }) => organisationId),
      };
      return { contract, facts };
    });
  }

  /** Other contracts beside each, and the circle it may be part of. */
  private around(contracts: readonly Contract[], lawOf: (contract: Contract) => ContractParameters) {
    return this.facts.together(() =>
      Promise.all([
        this.neighbours.of(
          contracts.map((contract) => ({ id: contract.id, splitDays: lawOf(contract).splitWindowDays })),
        ),
        this.neighbours.circles(
          contracts.map((contract) => {
            const { circleWindowDays: days, circleContracts } = lawOf(contract);
            return { id: contract.id, days, contracts: circleContracts };
          }),
        ),
      ]),
    );
  }

  /** What holds on the day, for what hangs on no contract, such as the colours of deadlines. */
  async parameters(now: Date): Promise<ParametersInForce> {
    const today = legalDayOf(now);
    return inForceOn(await this.facts.parameters([today]), today);
  }

  /** The rule set in force on the day, with its parameters. */
  async lawOn(
    day: LegalDay,
  ): Promise<{ readonly ruleSet: RuleSet; readonly parameters: ContractParameters }> {
    const { values } = inForceOn(await this.facts.parameters([day]), day);
    return { ruleSet: ruleSetWithCode(values.ruleSet), parameters: values };
  }

  /** What a verdict rests on: rule set, parameters, facts and findings, so that it can be shown and replayed. */
  async basisOf(subject: ContractCase, now: Date): Promise<Basis> {
    const day = pinOf(subject.contract, legalDayOf(now));
    const versions =
      this.facts.versionsOf(subject.facts.parameters) ??
      inForceOn(await this.facts.parameters([day]), day).versions;
    return {
      ruleSet: ruleSetOf(subject).id,
      parameters: versions,
      facts: subject.facts,
      findings: findingsOf(subject),
      judgements: subject.contract.judgements,
      ...(subject.contract.experts.length > 0 ? { experts: subject.contract.experts } : {}),
      answers: subject.contract.answers,
    };
  }
}
