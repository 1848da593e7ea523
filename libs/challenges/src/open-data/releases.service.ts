import { Injectable } from '@nestjs/common';
import type { Tx } from '@jihui/platform';
import type { Call } from '../core/calls/call.js';
import type { OpenedBid, Party, ReleaseFacts } from '../core/open-data/facts.js';
import type { Project } from '../core/projects/project.js';
import { following, tagsOf } from '../core/open-data/merge.js';
import { isOpenData, processOf, releaseOf } from '../core/open-data/release.js';
import { BidLogStore } from '../store/bid-log.store.js';
import { CallsStore } from '../store/calls.store.js';
import { FactsStore } from '../store/facts.store.js';
import { OpenDataStore } from '../store/open-data.store.js';
import { ProjectsStore } from '../store/projects.store.js';
import { SheetsStore } from '../store/sheets.store.js';
import { VoicesStore } from '../store/voices.store.js';

/**
 * Publishes calls as open data: each step that changes what everybody may read becomes a release, in the transaction of the
 * step and with its time. What changes nothing of it becomes none.
 */
@Injectable()
export class ReleasesService {
  constructor(
    private readonly store: OpenDataStore,
    private readonly calls: CallsStore,
    private readonly logs: BidLogStore,
    private readonly sheets: SheetsStore,
    private readonly projects: ProjectsStore,
    private readonly voices: VoicesStore,
    private readonly facts: FactsStore,
  ) {}

  /** After a step of a call, or of what belongs to it. */
  async publish(tx: Tx, call: Call, at: Date = tx.now): Promise<void> {
    if (!isOpenData(call)) return;
    const process = processOf(call);
    await this.store.lock(process, { callId: call.id, round: call.round }, at);
    const now = releaseOf(await this.factsOf(call));
    const [newest, earlier] = await this.store.newest(process);
    const again = newest?.fresh === true && newest.at.getTime() === at.getTime();
    const before = (again ? earlier : newest)?.body;
    const body = following(before, now);
    const found = tagsOf(before, body);
    // What two steps of one transaction did and undid was told by the first already.
    const tags = found.length === 0 && again ? newest.tags : found;
    if (tags.length === 0) return;
    const place = (newest?.place ?? 0) + (again ? 0 : 1);
    await this.store.put({ process, place, at, tags, body });
  }

  /** After a step of one of its projects. */
  async publishOf(tx: Tx, callId: string): Promise<void> {
    const call = await this.calls.get(callId);
    if (call !== undefined) await this.publish(tx, call);
  }

  /** A call that was published before there was open data: once, as it stands, with the time of its last step. */
  async begin(tx: Tx, callId: string): Promise<void> {
    const known = await this.calls.get(callId);
    if (known === undefined || !isOpenData(known)) return;
    if (await this.store.isBegun({ callId, round: known.round })) return;
    const call = await this.calls.lock(callId);
    if (call !== undefined) await this.publish(tx, call, call.updatedAt);
  }

  private async factsOf(call: Call): Promise<ReleaseFacts> {
    const round = { callId: call.id, round: call.round };
    const log = await this.logs.get(round);
    const opened = log?.openedAt != null;
    const bureau = await this.facts.cityBureau(call.divisionCode);
    const bids = opened ? await this.store.openedBids(round) : null;
    const projects = opened ? await this.projects.ofRound(call.id, call.round) : [];
    return {
      ...{ call, log, bureau, owner: await this.facts.organisation(call.ownerId) },
      answered: ((await this.voices.questionsOf([call.id])).get(call.id) ?? [])
        .filter(({ answeredAt }) => answeredAt !== null)
        .reverse(),
      bids,
      decision: opened ? ((await this.sheets.outcome({ callId: call.id }))?.decision ?? null) : null,
      ...{ projects, successors: await this.successorsOf(projects, bids ?? []) },
    };
  }

  /** Whoever took over a project without having bid for it. */
  private async successorsOf(
    projects: readonly Project[],
    bids: readonly OpenedBid[],
  ): Promise<readonly Party[]> {
    const ids = projects
      .flatMap(({ organisationId, changes }) => [
        organisationId,
        ...changes.flatMap(({ undertaker }) => (undertaker ? [undertaker.from, undertaker.to] : [])),
      ])
      .filter((id) => !bids.some(({ bidder }) => bidder.id === id));
    if (ids.length === 0) return [];
    return [...(await this.facts.organisations(ids)).values()].map(({ id, name }) => ({ id, name }));
  }
}
