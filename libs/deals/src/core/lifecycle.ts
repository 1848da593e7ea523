import { defineLifecycle, type TransitionTable } from '@jihui/kernel';
import type { DealState, DisclosureState } from './types.js';

export const DEAL_ACTIONS = [
  'confirmDeal',
  'signNda',
  'addDealPerson',
  'inviteBroker',
  'proposeCommission',
  'postMessage',
  'writeNote',
  'recordContact',
  'uploadFile',
  'proposePrice',
  'acceptPrice',
  'reopenPrice',
  'startDisclosure',
  'completeDisclosure',
  'annulDisclosure',
  'proceedToSigning',
  'recordSignature',
  'confirmSignature',
  'rejectSignature',
  'registerContract',
  'endRegistration',
  'closeDeal',
  'abandonDeal',
] as const;
export type DealAction = (typeof DEAL_ACTIONS)[number];

type Row = Partial<Record<DealAction, DealState>>;

/** What may be said and kept at any time before a deal is over. */
const room = (state: DealState): Row => ({
  postMessage: state,
  writeNote: state,
  recordContact: state,
  uploadFile: state,
  addDealPerson: state,
});
/** Before the contract is concluded a deal can be dropped, and a broker can still join it. */
const open = (state: DealState): Row => ({ ...room(state), inviteBroker: state, abandonDeal: 'ABANDONED' });
/** Commissions are agreed once both sides are committed to talk. */
const talking = (state: DealState): Row => ({ ...open(state), proposeCommission: state });

const table: TransitionTable<DealState, DealAction> = {
  LEAD: { confirmDeal: 'INTEREST', ...open('LEAD') },
  INTEREST: { confirmDeal: 'CONFIRMED', ...open('INTEREST') },
  CONFIRMED: { signNda: 'CONFIRMED', proposePrice: 'NEGOTIATING', ...talking('CONFIRMED') },
  NEGOTIATING: {
    signNda: 'NEGOTIATING',
    proposePrice: 'NEGOTIATING',
    acceptPrice: 'PRICED',
    ...talking('NEGOTIATING'),
  },
  PRICED: {
    reopenPrice: 'NEGOTIATING',
    startDisclosure: 'DISCLOSING',
    proceedToSigning: 'READY_TO_SIGN',
    ...talking('PRICED'),
  },
  DISCLOSING: {
    completeDisclosure: 'READY_TO_SIGN',
    annulDisclosure: 'NEGOTIATING',
    reopenPrice: 'NEGOTIATING',
    ...talking('DISCLOSING'),
  },
  READY_TO_SIGN: {
    // For a seller that is found to be state-established only now.
    startDisclosure: 'DISCLOSING',
    reopenPrice: 'NEGOTIATING',
    recordSignature: 'SIGNATURE_RECORDED',
    ...talking('READY_TO_SIGN'),
  },
  SIGNATURE_RECORDED: {
    confirmSignature: 'SIGNED',
    rejectSignature: 'READY_TO_SIGN',
    ...talking('SIGNATURE_RECORDED'),
  },
  SIGNED: {
    registerContract: 'REGISTERED',
    closeDeal: 'CLOSED',
    proposeCommission: 'SIGNED',
    ...room('SIGNED'),
  },
  REGISTERED: {
    // 注销或撤销登记: the contract stays signed, and may be applied for again.
    endRegistration: 'SIGNED',
    closeDeal: 'CLOSED',
    proposeCommission: 'REGISTERED',
    ...room('REGISTERED'),
  },
  CLOSED: {},
  ABANDONED: {},
};

/** 对接 (reference D3). A deal that is over is never reopened. */
export const dealLifecycle = defineLifecycle({ name: 'deal', initial: 'LEAD', table });

export type DisclosureAction = 'raiseObjection' | 'clearObjections' | 'complete' | 'annul';

/** 公示: 公示中 → 有异议 → 处理 → 公示完成 (reference A10). */
export const disclosureLifecycle = defineLifecycle<DisclosureState, DisclosureAction>({
  name: 'disclosure',
  initial: 'RUNNING',
  table: {
    RUNNING: { raiseObjection: 'OBJECTED', complete: 'COMPLETED', annul: 'ANNULLED' },
    OBJECTED: { raiseObjection: 'OBJECTED', clearObjections: 'RUNNING', annul: 'ANNULLED' },
    COMPLETED: {},
    ANNULLED: {},
  },
});
