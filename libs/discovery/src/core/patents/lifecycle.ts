import { defineLifecycle } from '@jihui/kernel';
import type { PatentState } from './patent.js';

export const PATENT_ACTIONS = [
  'edit',
  'discard',
  'publish',
  'examine',
  'grant',
  'reject',
  'withdraw',
  'lapse',
  'restore',
  'abandon',
  'invalidate',
  'expire',
  'warn',
  'payFee',
  'addLicence',
  'fileLicence',
  'endLicence',
  'addPledge',
  'releasePledge',
  'openToAll',
  'closeToAll',
] as const;
export type PatentAction = (typeof PATENT_ACTIONS)[number];

const always = <S extends PatentState>(state: S) => ({ edit: state, discard: 'REMOVED' as const });
/** What has to be tidied up after a right has ended. */
const afterwards = <S extends PatentState>(state: S) => ({
  ...always(state),
  endLicence: state,
  releasePledge: state,
});

/**
 * 法律状态 (reference G3). The patent office decides; the holder records what it decided. A term
 * that is over ends by law, and `expire` says so without anybody.
 */
export const patentLifecycle = defineLifecycle<PatentState, PatentAction>({
  name: 'Patent',
  initial: 'FILED',
  table: {
    FILED: {
      ...always('FILED'),
      publish: 'PUBLISHED',
      grant: 'GRANTED',
      reject: 'REJECTED',
      withdraw: 'WITHDRAWN',
    },
    PUBLISHED: {
      ...always('PUBLISHED'),
      examine: 'EXAMINATION',
      reject: 'REJECTED',
      withdraw: 'WITHDRAWN',
    },
    EXAMINATION: {
      ...always('EXAMINATION'),
      grant: 'GRANTED',
      reject: 'REJECTED',
      withdraw: 'WITHDRAWN',
    },
    GRANTED: {
      ...afterwards('GRANTED'),
      lapse: 'LAPSED',
      abandon: 'ABANDONED',
      invalidate: 'INVALIDATED',
      expire: 'EXPIRED',
      warn: 'GRANTED',
      payFee: 'GRANTED',
      addLicence: 'GRANTED',
      fileLicence: 'GRANTED',
      addPledge: 'GRANTED',
      openToAll: 'GRANTED',
      closeToAll: 'GRANTED',
    },
    REJECTED: { ...always('REJECTED'), restore: 'EXAMINATION' },
    WITHDRAWN: { ...always('WITHDRAWN'), restore: 'EXAMINATION' },
    LAPSED: { ...afterwards('LAPSED'), restore: 'GRANTED', invalidate: 'INVALIDATED' },
    EXPIRED: { ...afterwards('EXPIRED'), invalidate: 'INVALIDATED' },
    ABANDONED: { ...afterwards('ABANDONED'), invalidate: 'INVALIDATED' },
    INVALIDATED: afterwards('INVALIDATED'),
    REMOVED: {},
  },
});
