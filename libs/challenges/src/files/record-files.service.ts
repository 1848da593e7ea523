import { Injectable } from '@nestjs/common';
import {
  actorId,
  Codes,
  DomainError,
  notFound,
  say,
  violation,
  type Actor,
  type Violation,
} from '@jihui/kernel';
import {
  BusinessClock,
  checkIds,
  Files,
  isUuid,
  Work,
  type ReceivedFile,
  type StoredFile,
} from '@jihui/platform';
import { CallDesk } from '../calls/call-desk.js';
import { readsPlanDocuments } from '../calls/call.view.js';
import type { Call } from '../core/calls/call.js';
import { callMachine } from '../core/calls/perform.js';
import { ChallengeCodes } from '../core/errors.js';
import { FILE_LIMITS, offeredFaults, type FilePlace, type KeptFile } from '../core/files/kept-file.js';
import { fileKindOf, filesFaults, readsProjectFiles } from '../core/files/project-files.js';
import { isPaymaster } from '../core/review/fees.js';
import { projectLifecycle, type ProjectAction } from '../core/projects/lifecycle.js';
import { projectMachine } from '../core/projects/perform.js';
import type { Project } from '../core/projects/project.js';
import { BidsStore } from '../store/bids.store.js';
import { CallsStore } from '../store/calls.store.js';
import { ProjectsStore } from '../store/projects.store.js';
import { RecordFilesStore, type RecordFile } from '../store/record-files.store.js';

/** What is sent before the file: the project and the act, or the call, and of it the fees of its review by that act. */
export interface SentFor {
  readonly projectId?: string;
  readonly action?: string;
  readonly callId?: string;
}

/** Files as they are offered with an act, and what is wrong with them. */
export interface Offered {
  readonly files: readonly KeptFile[];
  readonly wrong: readonly Violation[];
}

/**
 * 附件 of calls and projects. A file is sent first, by whoever may do the act that it is for; it lies apart until it is
 * handed in, and stands in the record from then on.
 */
@Injectable()
export class RecordFilesService {
  constructor(
    private readonly store: RecordFilesStore,
    private readonly projects: ProjectsStore,
    private readonly calls: CallsStore,
    private readonly bids: BidsStore,
    private readonly desk: CallDesk,
    private readonly bytes: Files,
    private readonly work: Work,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Asked before a byte is stored.
   * @returns what the file belongs to
   * @throws DomainError for who may not do the act now; CHALLENGES.FILES_FULL where it has too much already
   */
  async admit(actor: Actor, { projectId, action, callId }: SentFor): Promise<FilePlace> {
    const place =
      projectId === undefined
        ? await (action === 'payReviewFees'
            ? this.feesOf(actor, callId ?? '')
            : this.planOf(actor, callId ?? ''))
        : await this.actOf(actor, projectId, action ?? '');
    if ((await this.store.bytesOf(place)) + FILE_LIMITS.bytes > FILE_LIMITS.total)
      throw new DomainError(
        ChallengeCodes.FILES_FULL,
        say`同一项目（榜单）的附件合计不超过 ${FILE_LIMITS.total / 1024 / 1024} MB，请压缩后上传`,
      );
    return place;
  }

  private async actOf(actor: Actor, projectId: string, action: string): Promise<FilePlace> {
    checkIds(projectId);
    const project = (await this.projects.byIds([projectId])).get(projectId);
    if (project === undefined) throw notFound('该项目');
    const kind = isProjectAction(action) ? fileKindOf(action) : undefined;
    if (kind === undefined) throw new DomainError(Codes.INVALID_INPUT, '请写明附件用于哪一步办理');
    projectMachine.permit(project, action as ProjectAction, actor);
    return { callId: null, projectId, kind };
  }

  private async planOf(actor: Actor, callId: string): Promise<FilePlace> {
    checkIds(callId);
    const call = (await this.calls.byIds(actor, [callId])).get(callId);
    if (call === undefined) throw notFound('该榜单');
    callMachine.permit(await this.desk.caseOf(call, await this.clock.now()), 'plan', actor);
    return { callId, projectId: null, kind: 'PLAN' };
  }

  private async feesOf(actor: Actor, callId: string): Promise<FilePlace> {
    checkIds(callId);
    const call = (await this.calls.byIds(actor, [callId])).get(callId);
    if (call === undefined || !(await this.paysFeesOf(actor, call))) throw notFound('该榜单');
    return { callId, projectId: null, kind: 'REVIEW_FEE' };
  }

  private async paysFeesOf(actor: Actor, call: Call): Promise<boolean> {
    return isPaymaster(actor, call, await this.bids.openedBidders(call.id, call.round));
  }

  /** Writes down what has come. @returns its id, with which it is handed in */
  async keep(actor: Actor, place: FilePlace, id: string, file: ReceivedFile): Promise<KeptFile> {
    const { name, size, type, sha256 } = file;
    const kept = { id, name, size, type, sha256 };
    await this.work.run({ domain: 'challenges', name: 'sendRecordFile', actor }, () =>
      this.store.insert({ ...kept, ...place, sentBy: actorId(actor) }),
    );
    return kept;
  }

  /** What comes with an act on a project: sent by whoever does it, for it, and part of nothing yet. */
  async offered(
    actor: Actor,
    project: Project,
    action: ProjectAction,
    ids: readonly string[],
  ): Promise<Offered> {
    const kind = fileKindOf(action);
    const mine = ({ sentBy, takenAt }: RecordFile): boolean => sentBy === actorId(actor) && takenAt === null;
    const files =
      kind === undefined ? [] : await this.found(ids, { callId: null, projectId: project.id, kind }, mine);
    return { files, wrong: filesFaults(action, ids, files) };
  }

  /** Files of each document of a call's plan: those it had, and what whoever lays down the plan has sent. */
  async offeredWithPlan(
    actor: Actor,
    callId: string,
    documents: readonly (readonly string[])[],
  ): Promise<readonly Offered[]> {
    const may = ({ sentBy, takenAt }: RecordFile): boolean => takenAt !== null || sentBy === actorId(actor);
    const all = await this.found(documents.flat(), { callId, projectId: null, kind: 'PLAN' }, may);
    return documents.map((ids, at) => {
      const files = [...new Set(ids)].flatMap((id) => all.find((file) => file.id === id) ?? []);
      return { files, wrong: offeredFaults(`documents.${at}.files`, ids, files) };
    });
  }

  /** The receipts of fees that were paid: there is one at least. */
  async offeredWithFees(actor: Actor, callId: string, ids: readonly string[]): Promise<Offered> {
    const place: FilePlace = { callId, projectId: null, kind: 'REVIEW_FEE' };
    const mine = ({ sentBy, takenAt }: RecordFile): boolean => sentBy === actorId(actor) && takenAt === null;
    const files = await this.found(ids, place, mine);
    const wrong =
      ids.length === 0
        ? [violation('files', 'REQUIRED', '请上传银行回单')]
        : offeredFaults('files', ids, files);
    return { files, wrong };
  }

  /** In the order in which they are offered. */
  private async found(
    ids: readonly string[],
    place: FilePlace,
    may: (file: RecordFile) => boolean,
  ): Promise<readonly KeptFile[]> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return [];
    const rows = (await this.store.offered(wanted.filter(isUuid), place)).filter(may);
    return wanted.flatMap((wantedId) => {
      const row = rows.find(({ id }) => id === wantedId);
      if (row === undefined) return [];
      const { id, name, size, type, sha256 } = row;
      return [{ id, name, size, type, sha256 }];
    });
  }

  /** They are part of a record from now on. {@link forget} what lies apart once this has committed. */
  async take(files: readonly KeptFile[], at: Date): Promise<void> {
    if (files.length === 0) return;
    for (const { id, sha256 } of files) await this.bytes.takeIn(id, sha256);
    await this.store.take(
      files.map(({ id }) => id),
      at,
    );
  }

  forget(ids: readonly string[]): Promise<void> {
    return this.bytes.forget(ids.filter(isUuid));
  }

  /**
   * One file to be sent; that it was read is written down.
   * @throws DomainError NOT_FOUND for who does not read the record, and for what is not handed in: its sender has it still
   */
  async read(actor: Actor, id: string): Promise<StoredFile & { readonly name: string }> {
    const file = isUuid(id) ? await this.store.get(id) : undefined;
    if (file === undefined || !(await this.mayRead(actor, file))) throw notFound('文件');
    const { projectId, callId, name } = file;
    await this.work.run({ domain: 'challenges', name: 'readRecordFile', actor }, (tx) =>
      tx.audit({ stream: `RecordFiles:${projectId ?? callId}`, action: 'readRecordFile', reason: name }),
    );
    return file;
  }

  private async mayRead(actor: Actor, { takenAt, projectId, callId, kind }: RecordFile): Promise<boolean> {
    if (takenAt === null) return false;
    if (projectId !== null) {
      const project = (await this.projects.byIds([projectId])).get(projectId);
      return project !== undefined && readsProjectFiles(actor, project);
    }
    const call = callId === null ? undefined : (await this.calls.byIds(actor, [callId])).get(callId);
    if (call === undefined) return false;
    return kind === 'REVIEW_FEE' ? this.paysFeesOf(actor, call) : readsPlanDocuments(actor, call);
  }
}

const isProjectAction = (action: string): action is ProjectAction =>
  (projectLifecycle.actions as readonly string[]).includes(action);
