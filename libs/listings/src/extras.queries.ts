import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { isUuid, type GraphContext } from '@jihui/platform';
import type { NeedView } from './need.view.js';
import type { ResultView } from './result.view.js';
import { DealsStore, type Outcome } from './store/deals.store.js';
import { FilesStore, type ListingFile } from './store/files.store.js';
import { NdaStore, type NdaAcceptance } from './store/nda.store.js';

/** A file as the graph shows it. */
export const fileView = ({ id, name, size, type, sha256, createdAt }: ListingFile) => ({
  id,
  name,
  size,
  type,
  sha256,
  url: `/files/listings/${id}`,
  uploadedAt: createdAt,
});
export const acceptanceView = ({ organisationId, ...acceptance }: NdaAcceptance) => ({
  ...acceptance,
  organisation: { __typename: 'Organisation' as const, id: organisationId },
});

/** What stands beside a listing, loaded for many at once. */
@Injectable()
export class ExtrasQueries {
  constructor(
    private readonly files: FilesStore,
    private readonly nda: NdaStore,
    private readonly deals: DealsStore,
  ) {}

  /** In the order of the form; null where the viewer may not have them. */
  async attachments(view: ResultView | NeedView, context: GraphContext) {
    if (view.hiddenFields.includes('attachments')) return null;
    const files = await context.load('listings.files', (ids) => this.files.ofListings(ids), view.id);
    const order = view.source.body?.attachmentIds ?? [];
    return [...(files ?? [])].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)).map(fileView);
  }

  async myNda(view: ResultView | NeedView, actor: Actor, context: GraphContext) {
    const acceptance = await context.load('listings.myNda', (ids) => this.nda.mine(actor, ids), view.id);
    return acceptance === undefined ? null : acceptanceView(acceptance);
  }

  async outcome(id: string, context: GraphContext): Promise<Outcome> {
    const outcome = await context.load('listings.outcome', (ids) => this.deals.outcomes(ids), id);
    return outcome ?? { signed: 0, registered: 0 };
  }

  currentNda() {
    return this.nda.current();
  }

  async acceptance(id: string) {
    const acceptance = await this.nda.get(id);
    return acceptance && acceptanceView(acceptance);
  }

  file(id: string): Promise<ListingFile | undefined> {
    return isUuid(id) ? this.files.get(id) : Promise.resolve(undefined);
  }
}
