import { Injectable } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { notFound, type Actor } from '@jihui/kernel';
import { CurrentActor, pageArgs, type Connection, type GraphContext } from '@jihui/platform';
import type { DealFile } from '../core/room.js';
import type { Signature } from '../core/types.js';
import type { PostMessageInput, RecordContactInput, WriteNoteInput } from '../deals.types.gen.js';
import { RoomQueries, type EntryNode } from '../room.queries.js';
import { RoomService } from '../room.service.js';
import { Loaders, reference, type Reference } from './loaders.js';

interface RoomPage {
  readonly dealId: string;
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

/** Messages, notes, contacts and files of a deal. */
@Resolver()
export class RoomResolver {
  constructor(
    private readonly queries: RoomQueries,
    private readonly service: RoomService,
  ) {}

  @Query('dealMessages')
  messages(@CurrentActor() actor: Actor, @Args() args: RoomPage): Promise<Connection<EntryNode>> {
    return this.queries.messages(actor, args.dealId, pageArgs(args));
  }

  @Query('dealNotes')
  notes(@CurrentActor() actor: Actor, @Args() args: RoomPage): Promise<Connection<EntryNode>> {
    return this.queries.notes(actor, args.dealId, pageArgs(args));
  }

  @Query('dealContacts')
  contacts(@CurrentActor() actor: Actor, @Args() args: RoomPage): Promise<Connection<EntryNode>> {
    return this.queries.contacts(actor, args.dealId, pageArgs(args));
  }

  @Query('dealFiles')
  files(@CurrentActor() actor: Actor, @Args() args: RoomPage): Promise<Connection<DealFile>> {
    return this.queries.files(actor, args.dealId, pageArgs(args));
  }

  @Mutation('postMessage')
  async postMessage(@CurrentActor() actor: Actor, @Args('input') input: PostMessageInput): Promise<unknown> {
    const { id } = await this.service.postMessage(actor, input);
    return { message: await this.written('message', id), clientMutationId: input.clientMutationId };
  }

  @Mutation('writeNote')
  async writeNote(@CurrentActor() actor: Actor, @Args('input') input: WriteNoteInput): Promise<unknown> {
    const { id } = await this.service.writeNote(actor, input);
    return { note: await this.written('note', id), clientMutationId: input.clientMutationId };
  }

  @Mutation('recordContact')
  async recordContact(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordContactInput,
  ): Promise<unknown> {
    const { id } = await this.service.recordContact(actor, input);
    return { contact: await this.written('contact', id), clientMutationId: input.clientMutationId };
  }

  private async written(kind: 'message' | 'note' | 'contact', id: string): Promise<EntryNode> {
    const entry = await this.queries.entry(kind, id);
    if (entry === undefined) throw notFound('该记录');
    return entry;
  }
}

/** Fields that messages, notes and contacts share. Decorated, so that its constructor's types are known. */
@Injectable()
abstract class EntryResolver {
  constructor(
    protected readonly queries: RoomQueries,
    protected readonly loaders: Loaders,
  ) {}

  /** Attached files in the order in which they were attached. */
  protected async attached({ fileIds }: EntryNode, ctx: GraphContext): Promise<readonly DealFile[]> {
    const load = (id: string): Promise<DealFile | undefined> =>
      ctx.load('deals.file', (ids) => this.queries.filesByIds(ids), id);
    const files = await Promise.all(fileIds.map(load));
    return files.filter((file) => file !== undefined);
  }
}

@Resolver('DealMessage')
export class DealMessageResolver extends EntryResolver {
  @ResolveField()
  author(@Parent() { personId }: EntryNode): Reference {
    return reference('Person', personId);
  }

  @ResolveField()
  authorName(@Parent() { personId }: EntryNode, @Context() ctx: GraphContext): Promise<string> {
    return this.loaders.personName(ctx, personId);
  }

  @ResolveField()
  organisationName(@Parent() { organisationId }: EntryNode, @Context() ctx: GraphContext): Promise<string> {
    return this.loaders.organisationName(ctx, organisationId);
  }

  @ResolveField()
  files(@Parent() entry: EntryNode, @Context() ctx: GraphContext): Promise<readonly DealFile[]> {
    return this.attached(entry, ctx);
  }
}

@Resolver('DealNote')
export class DealNoteResolver extends EntryResolver {
  @ResolveField()
  author(@Parent() { personId }: EntryNode): Reference {
    return reference('Person', personId);
  }

  @ResolveField()
  authorName(@Parent() { personId }: EntryNode, @Context() ctx: GraphContext): Promise<string> {
    return this.loaders.personName(ctx, personId);
  }

  @ResolveField()
  files(@Parent() entry: EntryNode, @Context() ctx: GraphContext): Promise<readonly DealFile[]> {
    return this.attached(entry, ctx);
  }
}

@Resolver('DealContact')
export class DealContactResolver extends EntryResolver {
  @ResolveField()
  recordedByName(@Parent() { personId }: EntryNode, @Context() ctx: GraphContext): Promise<string> {
    return this.loaders.personName(ctx, personId);
  }

  @ResolveField()
  organisationName(@Parent() { organisationId }: EntryNode, @Context() ctx: GraphContext): Promise<string> {
    return this.loaders.organisationName(ctx, organisationId);
  }

  @ResolveField()
  files(@Parent() entry: EntryNode, @Context() ctx: GraphContext): Promise<readonly DealFile[]> {
    return this.attached(entry, ctx);
  }
}

@Resolver('DealFile')
export class DealFileResolver {
  constructor(private readonly loaders: Loaders) {}

  @ResolveField()
  url(@Parent() { id }: DealFile): string {
    return `/files/deals/${id}`;
  }

  @ResolveField()
  uploadedByName(@Parent() { personId }: DealFile, @Context() ctx: GraphContext): Promise<string> {
    return this.loaders.personName(ctx, personId);
  }

  @ResolveField()
  uploadedAt(@Parent() { createdAt }: DealFile): Date {
    return createdAt;
  }
}

/** The signed PDF of a signature that the viewer was let at. */
@Resolver('DealSignature')
export class DealSignatureResolver {
  constructor(private readonly queries: RoomQueries) {}

  @ResolveField()
  async file(@Parent() { fileId }: Signature, @Context() ctx: GraphContext): Promise<DealFile> {
    const file = await ctx.load('deals.file', (ids) => this.queries.filesByIds(ids), fileId);
    if (file === undefined) throw notFound('该文件');
    return file;
  }
}
