import type { Bidder } from '../bids/eligibility.js';
import type { Call } from '../calls/call.js';
import { MODES } from '../calls/modes.js';
import { findingsOf } from '../qualification/check.js';
import { byName } from '../qualification/contents.js';
import type { Setting } from './setting.js';
import type { StagedBid } from './stage.js';

/** A form that promises exactly what is asked, as the sealing page writes it. */
const formOf = ({ content, funding }: Call): object => ({
  format: 'jihui-bid-form/1',
  answers: content.indicators.map(({ code, target }) => ({
    indicator: code,
    promised: target,
    basis: '预演',
  })),
  ...{ route: '预演', team: '预演', schedule: '预演', members: [] },
  people: [{ name: '预演', unit: '预演' }],
  price: (funding.total / 100).toFixed(2),
});

const madeUpBidder = (at: number): Bidder => ({
  ...{ id: `bidder-${at + 1}`, kind: 'UNIVERSITY', active: true, sharedPeople: [] },
});

/** So many bids, each by another organisation; where the call is meant for one, its own alone. */
export function stagedBids({ subject: { call }, undertaker }: Setting, many: number): readonly StagedBid[] {
  const leads = MODES[call.mode].open
    ? Array.from({ length: many }, (_, at) => madeUpBidder(at))
    : // Whom it is meant for is still to be named: that is found apart.
      [undertaker ?? madeUpBidder(0)];
  return leads.map((lead, at) => ({ id: `bid-${at + 1}`, form: formOf(call), lead }));
}

/** What the real check of an opened bid has against one that promises all; of who may bid it says nothing here. */
export const qualificationOf = ({ form, lead }: StagedBid, call: Call, ownerName: string) =>
  findingsOf({
    ...{
      call,
      ownerName,
      form,
      files: [],
      fileNames: [],
      lead,
      leadId: lead.id,
      leadName: lead.id,
      handedInOn: '',
    },
    ...{ known: new Map<string, Bidder>(), others: new Set<string>(), otherPeople: byName([]) },
    ...{ key: '', unconfirmedBlocks: true, bannedPeople: byName([]) },
  });
