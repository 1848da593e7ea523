import type { English } from '../i18n/reading.js';
import { calls } from './english/calls.js';
import { contracts } from './english/contracts.js';
import { deals } from './english/deals.js';
import { discovery } from './english/discovery.js';
import { listings } from './english/listings.js';
import { organisations } from './english/organisations.js';
import { rewards } from './english/rewards.js';

/**
 * Messages of the inbox, sentence by sentence: they are kept as they were written, so each sentence is recognised by
 * its text, with and without what it may add.
 */
export const english: English = {
  '说明：{0}': 'Note: {0}',
  '理由：{0}': 'Reason: {0}',
  '原因：{0}': 'Reason: {0}',
  修改后可以重新提交: 'You can change it and hand it in again',
  '如有异议，请向科技部门提出': 'Objections go to the bureau',
  请打开对接查看: 'Open the deal to see it',
  ...organisations,
  ...listings,
  ...deals,
  ...contracts,
  ...discovery,
  ...calls,
  ...rewards,
};
