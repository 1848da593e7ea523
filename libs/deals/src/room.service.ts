import { Injectable } from '@nestjs/common';
import { cleanText, notFound, refuseIf, type Actor, type PersonActor, type Violation } from '@jihui/kernel';
import { checkIds, uuidv7, type StoredFile, type Tx } from '@jihui/platform';
import { dealMachine } from './core/perform.js';
import { checkBody, checkContact, type DealFile } from './core/room.js';
import { readsRoom, roleOf, speaksFor, voiceOf } from './core/sight.js';
import type { DealAction } from './core/lifecycle.js';
import type { Deal, Side } from './core/types.js';
import { DealDesk, signedIn } from './deal-desk.js';
import type { PostMessageInput, RecordContactInput, WriteNoteInput } from './deals.types.gen.js';
import { fileUnknown } from './signing.service.js';
import { DealsStore } from './store/deals.store.js';
import { RoomStore } from './store/room.store.js';

interface Entry {
  readonly id: string;
  readonly dealId: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly side: Side | null;
  readonly fileIds: readonly string[];
  readonly at: Date;
}

interface RoomInput {
  readonly clientMutationId: string;
  readonly dealId: string;
  readonly fileIds?: readonly string[] | null;
}

/** What is said and kept in a deal. Nothing here changes the deal's version: people write at the same time. */
@Injectable()
export class RoomService {
  constructor(
    private readonly desk: DealDesk,
    private readonly deals: DealsStore,
    private readonly store: RoomStore,
  ) {}

  /** 留言 to both sides and the joined brokers; its files are shared with them. */
  postMessage(actor: Actor, input: PostMessageInput): Promise<{ id: string }> {
    const body = cleanText(input.body);
    const check = (fileIds: readonly string[]): readonly Violation[] => checkBody(body, fileIds);
    return this.write(actor, 'postMessage', input, check, async (entry, deal, tx) => {
      await this.store.share(entry.fileIds);
      await this.store.insertMessage({ ...entry, body });
      await this.desk.tell(tx, deal, 'postMessage', null);
    });
  }

  /** 内部备注, read by the own organisation alone; nobody else is told. */
  writeNote(actor: Actor, input: WriteNoteInput): Promise<{ id: string }> {
    const body = cleanText(input.body);
    const check = (fileIds: readonly string[]): readonly Violation[] => checkBody(body, fileIds);
    return this.write(actor, 'writeNote', input, check, (entry) => this.store.insertNote({ ...entry, body }));
  }

  /** 对接记录: when, how, with whom, what came of it. */
  recordContact(actor: Actor, input: RecordContactInput): Promise<{ id: string }> {
    const form = {
      heldOn: input.heldOn,
      participants: cleanText(input.participants),
      summary: cleanText(input.summary),
      outcome: cleanText(input.outcome ?? ''),
    };
    const check = (fileIds: readonly string[], now: Date): readonly Violation[] =>
      checkContact(form, fileIds, now);
    return this.write(actor, 'recordContact', input, check, async (entry, deal, tx) => {
      await this.store.share(entry.fileIds);
      await this.store.insertContact({ ...entry, ...form, mode: input.mode });
      await this.desk.tell(tx, deal, 'recordContact', null);
    });
  }

  private write(
    sender: Actor,
    action: DealAction,
    input: RoomInput,
    check: (fileIds: readonly string[], now: Date) => readonly Violation[],
    store: (entry: Entry, deal: Deal, tx: Tx) => Promise<void>,
  ): Promise<{ id: string }> {
    const actor = signedIn(sender);
    const fileIds = [...new Set(input.fileIds ?? [])];
    checkIds(...fileIds);
    return this.desk.run(actor, action, input, async (tx) => {
      const deal = await this.desk.open(actor, input.dealId);
      dealMachine.perform(deal, action, actor, tx.now);
      refuseIf(check(fileIds, tx.now));
      const voice = this.voice(actor, deal);
      const files = await this.store.files(fileIds);
      const own = files.filter(
        (file) => file.dealId === deal.id && file.organisationId === voice.organisationId,
      );
      if (own.length !== fileIds.length) throw fileUnknown();
      const entry = {
        ...voice,
        id: uuidv7(),
        dealId: deal.id,
        personId: actor.personId,
        fileIds,
        at: tx.now,
      };
      await store(entry, deal, tx);
      await tx.audit({ stream: `DealRoom:${deal.id}`, action, after: entry });
      return { id: entry.id };
    });
  }

  private voice(actor: Actor, deal: Deal): { organisationId: string; side: Side | null } {
    const voice = voiceOf(actor, deal);
    if (voice === null) throw new Error('the policy let somebody through who has no voice');
    return voice;
  }

  /** Whether the actor may upload to this deal now: asked before the bytes are taken. @throws as postMessage. */
  async mayUpload(sender: Actor, dealId: string, now: Date): Promise<void> {
    const actor = signedIn(sender);
    dealMachine.perform(await this.seen(actor, dealId), 'uploadFile', actor, now);
  }

  /** Keeps an uploaded file; only the own organisation sees it until it is attached. */
  addFile(
    sender: Actor,
    dealId: string,
    file: StoredFile & { readonly name: string },
  ): Promise<{ id: string }> {
    const actor = signedIn(sender);
    return this.desk.run(actor, 'uploadFile', {}, async (tx) => {
      const deal = await this.desk.open(actor, dealId);
      dealMachine.perform(deal, 'uploadFile', actor, tx.now);
      const { organisationId } = this.voice(actor, deal);
      const stored = {
        ...file,
        id: uuidv7(),
        dealId,
        organisationId,
        personId: actor.personId,
        createdAt: tx.now,
      };
      await this.store.insertFile(stored);
      await tx.audit({ stream: `DealRoom:${dealId}`, action: 'uploadFile', after: stored });
      return { id: stored.id };
    });
  }

  /** The file, for whoever may open it. @throws DomainError NOT_FOUND for everybody else. */
  async file(actor: Actor, id: string): Promise<DealFile> {
    checkIds(id);
    const [file] = await this.store.files([id]);
    if (file === undefined) throw notFound('该文件');
    const deal = await this.deals.get(file.dealId);
    const open =
      deal !== undefined &&
      (speaksFor(actor, deal, file.organisationId) || (file.shared && readsRoom(actor, deal)));
    if (!open) throw notFound('该文件');
    return file;
  }

  private async seen(actor: PersonActor, dealId: string): Promise<Deal> {
    checkIds(dealId);
    const deal = await this.deals.get(dealId);
    if (deal === undefined || roleOf(actor, deal) === null) throw notFound('该对接');
    return deal;
  }
}
