import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { legalDayOf, type PersonActor } from '@jihui/kernel';
import {
  BusinessClock,
  DemoCity,
  drawPages,
  Files,
  pageArgs,
  uuidv7,
  type DemoPeople,
  type Seed,
} from '@jihui/platform';
import { ApplicationsService } from '../applications.service.js';
import { ChecksService } from '../checks/checks.service.js';
import type { Target } from '../contract-changes.js';
import { FILE_KINDS, type FileKind } from '../core/contract.js';
import { contractLifecycle, type State } from '../core/lifecycle.js';
import { checklistOf } from '../core/rulesets/checklists.js';
import { RegistrationService } from '../registration.service.js';
import { ReviewsService } from '../reviews.service.js';
import { ContractsStore } from '../store/contracts.store.js';
import { PartsStore } from '../store/parts.store.js';
import { demoForm, demoText, type DemoContract, type DemoParty } from './demo-contract.js';

/** What a contract says of its parties stands with their organisations. */
interface Parties {
  readonly organisations: readonly (DemoParty & { readonly key: string; readonly id: string })[];
}

const OPINION = '材料齐全，标的明确，金额计算无误，符合认定条件。';

/** A few contracts of the demo city, taken through the real services by the demo's own people. */
@Injectable()
export class ContractsSeed implements Seed {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly checks: ChecksService,
    private readonly reviews: ReviewsService,
    private readonly registration: RegistrationService,
    private readonly store: ContractsStore,
    private readonly parts: PartsStore,
    private readonly files: Files,
    private readonly clock: BusinessClock,
    private readonly city: DemoCity,
  ) {}

  async run(): Promise<void> {
    const people = await this.city.people();
    const parties = await this.city.read<Parties>('identity.json');
    const { contracts } = await this.city.read<{ readonly contracts: readonly DemoContract[] }>(
      'contracts.json',
    );
    for (const demo of contracts) await this.contract(demo, people, parties);
  }

  /** Goes on from whatever state a start that was killed left it in. */
  private async contract(demo: DemoContract, people: DemoPeople, parties: Parties): Promise<void> {
    const applicant = people.as(demo.applicant === 'university' ? 'transferOfficer' : demo.applicant);
    const id = (await this.existing(applicant, demo)) ?? (await this.start(applicant, demo));
    const steps: { readonly [state in State]?: () => Promise<unknown> } = {
      DRAFT: () => this.file(demo, parties, applicant, id),
      SUBMITTED: async () => this.reviews.accept(people.as('registrar1'), await this.target(id)),
      ACCEPTED: async () =>
        this.checks.judge(people.as('registrar1'), {
          ...(await this.target(id)),
          judgements: checklistOf(demo.subclass).map(({ id: item }) => ({ item, met: true })),
        }),
      FIRST_REVIEW: async () => {
        const target = await this.target(id);
        const officer = people.as('registrar1');
        return demo.deficiencies === undefined
          ? this.reviews.passFirst(officer, { ...target, opinion: OPINION })
          : this.reviews.return(officer, { ...target, deficiencies: demo.deficiencies });
      },
      SECOND_REVIEW: async () =>
        this.registration.passSecond(people.as('registrar2'), {
          ...(await this.target(id)),
          opinion: OPINION,
        }),
    };
    // Each step moves on; more steps than states there cannot be.
    for (let left = contractLifecycle.states.length; left > 0; left -= 1) {
      const state = (await this.store.get(id))?.state;
      const step = state === undefined || state === demo.until ? undefined : steps[state];
      if (step === undefined) return;
      await step();
    }
  }

  private async existing(applicant: PersonActor, demo: DemoContract): Promise<string | undefined> {
    const page = await this.store.list(applicant, { text: demo.title }, pageArgs({ first: 1 }));
    return page.edges[0]?.node.id;
  }

  /** Killed before its form was saved, it has no title yet: the same mutation id finds it again. */
  private async start(applicant: PersonActor, demo: DemoContract): Promise<string> {
    const organisationId = applicant.memberships[0]?.organisationId ?? '';
    return (await this.applications.start(applicant, { clientMutationId: demo.startId, organisationId })).id;
  }

  private async file(
    demo: DemoContract,
    parties: Parties,
    applicant: PersonActor,
    id: string,
  ): Promise<void> {
    const seller = organisationOf(parties, applicant);
    const buyer = parties.organisations.find(({ key }) => key === demo.buyer);
    if (buyer === undefined) throw new Error(`no demo organisation ${demo.buyer}`);
    const present = (await this.parts.filesOf([id])).get(id) ?? [];
    for (const kind of ['CONTRACT_TEXT', ...demo.files] as const)
      if (!present.some((file) => file.kind === kind))
        await this.upload(applicant, id, kind, demoText(demo, seller, buyer));
    const form = demoForm(demo, seller, buyer, legalDayOf(await this.clock.now()));
    await this.applications.save(applicant, { ...(await this.target(id)), form });
    await this.applications.submit(applicant, await this.target(id));
  }

  private async upload(
    applicant: PersonActor,
    contractId: string,
    kind: FileKind,
    text: readonly string[],
  ): Promise<void> {
    const [title = '', ...paragraphs] = text;
    const heading = kind === 'CONTRACT_TEXT' ? title : `${FILE_KINDS[kind]}：${title}`;
    const stored = await this.files.put(Readable.from([await drawPages(heading, paragraphs)]));
    await this.applications.addFile(applicant, {
      ...stored,
      contractId,
      kind,
      name: `${FILE_KINDS[kind]}.pdf`,
    });
  }

  private async target(id: string): Promise<Target> {
    const contract = await this.store.get(id);
    return { clientMutationId: uuidv7(), id, expectedVersion: contract?.version ?? 0 };
  }
}

function organisationOf({ organisations }: Parties, actor: PersonActor): DemoParty {
  const organisation = organisations.find(({ id }) => id === actor.memberships[0]?.organisationId);
  if (organisation === undefined) throw new Error('no demo organisation');
  return organisation;
}
