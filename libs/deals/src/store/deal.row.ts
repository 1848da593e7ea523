import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalDay } from '@jihui/kernel';
import type {
  AgreedPrice,
  BrokerMark,
  CooperationMode,
  Deal,
  DealState,
  DisclosureMark,
  Loss,
  OpenProposal,
  Side,
  Signature,
} from '../core/types.js';

/** The same with its instants as JSON carries them. */
type Stored<T> = {
  readonly [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

/** The descriptive rest of a deal. */
export interface DealBody {
  readonly openingMessage: string;
  readonly price: AgreedPrice | null;
  readonly signature: Stored<Signature> | null;
  readonly loss: Stored<Loss> | null;
  readonly closingSummary: string | null;
}

@Entity({ schema: 'deals', name: 'deal' })
export class DealRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') code!: string;
  @Column('text') title!: string;
  @Column('text') state!: DealState;
  @Column('text') cooperationMode!: CooperationMode;
  @Column('text') origin!: Side | 'BROKER';
  @Column('uuid', { nullable: true }) resultId!: string | null;
  @Column('text', { nullable: true }) resultTitle!: string | null;
  @Column('uuid', { nullable: true }) needId!: string | null;
  @Column('text', { nullable: true }) needTitle!: string | null;
  @Column('uuid') sellerId!: string;
  @Column('uuid') buyerId!: string;
  @Column('boolean') buyerAnonymous!: boolean;
  @Column('uuid', { nullable: true }) introducerId!: string | null;
  @Column('timestamptz', { nullable: true }) sellerConfirmedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) buyerConfirmedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) sellerNdaAt!: Date | null;
  @Column('timestamptz', { nullable: true }) buyerNdaAt!: Date | null;
  @Column('date', { nullable: true }) dueOn!: LegalDay | null;
  @Column('jsonb') body!: DealBody;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

/** A deal as one statement reads it, with its children as JSON. */
export interface DealView {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly title: string;
  readonly state: DealState;
  readonly cooperation_mode: CooperationMode;
  readonly origin: Side | 'BROKER';
  readonly result_id: string | null;
  readonly result_title: string | null;
  readonly need_id: string | null;
  readonly need_title: string | null;
  readonly seller_id: string;
  readonly buyer_id: string;
  readonly buyer_anonymous: boolean;
  readonly seller_confirmed_at: Date | null;
  readonly buyer_confirmed_at: Date | null;
  readonly seller_nda_at: Date | null;
  readonly buyer_nda_at: Date | null;
  readonly body: DealBody;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly seller_name: string;
  readonly seller_division: string;
  readonly seller_state_established: boolean;
  readonly buyer_name: string;
  readonly buyer_division: string;
  readonly buyer_state_established: boolean;
  readonly people: readonly { readonly id: string; readonly side: Side }[];
  readonly brokers: readonly BrokerMark[];
  readonly proposal: OpenProposal | null;
  readonly disclosure: DisclosureMark | null;
}

const peopleOf = (view: DealView, side: Side): string[] =>
  view.people.filter((person) => person.side === side).map((person) => person.id);

export const toDomain = (view: DealView): Deal => ({
  id: view.id,
  version: view.version,
  code: view.code,
  title: view.title,
  state: view.state,
  cooperationMode: view.cooperation_mode,
  origin: view.origin,
  openingMessage: view.body.openingMessage,
  resultId: view.result_id,
  resultTitle: view.result_title,
  needId: view.need_id,
  needTitle: view.need_title,
  seller: {
    organisationId: view.seller_id,
    name: view.seller_name,
    divisionCode: view.seller_division,
    stateEstablished: view.seller_state_established,
    confirmedAt: view.seller_confirmed_at,
    ndaSignedAt: view.seller_nda_at,
    people: peopleOf(view, 'SELLER'),
  },
  buyer: {
    organisationId: view.buyer_id,
    name: view.buyer_name,
    divisionCode: view.buyer_division,
    stateEstablished: view.buyer_state_established,
    confirmedAt: view.buyer_confirmed_at,
    ndaSignedAt: view.buyer_nda_at,
    people: peopleOf(view, 'BUYER'),
  },
  buyerAnonymous: view.buyer_anonymous,
  openedAt: view.created_at,
  updatedAt: view.updated_at,
  proposal: view.proposal,
  price: view.body.price,
  disclosure: view.disclosure,
  signature: view.body.signature === null ? null : signatureOf(view.body.signature),
  loss: view.body.loss === null ? null : { ...view.body.loss, at: new Date(view.body.loss.at) },
  closingSummary: view.body.closingSummary,
  brokers: view.brokers,
});

const signatureOf = (stored: Stored<Signature>): Signature => ({
  ...stored,
  recordedAt: new Date(stored.recordedAt),
  confirmedAt: stored.confirmedAt === null ? null : new Date(stored.confirmedAt),
});

/** The body as it is stored: instants become ISO 8601. */
export const bodyOf = (
  deal: Pick<Deal, 'openingMessage' | 'price' | 'signature' | 'loss' | 'closingSummary'>,
): DealBody => ({
  openingMessage: deal.openingMessage,
  price: deal.price,
  signature:
    deal.signature === null
      ? null
      : {
          ...deal.signature,
          recordedAt: deal.signature.recordedAt.toISOString(),
          confirmedAt: deal.signature.confirmedAt?.toISOString() ?? null,
        },
  loss: deal.loss === null ? null : { ...deal.loss, at: deal.loss.at.toISOString() },
  closingSummary: deal.closingSummary,
});
