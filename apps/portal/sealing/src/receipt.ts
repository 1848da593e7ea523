import { receiptFaults, type BidReceipt } from '@jihui/proofs';
import { command } from './api.js';
import { buttons, confirmed, facts, h, moment, saveJson, t } from './dom.js';
import type { Sealing } from './bid.js';
import { button, Status } from './work.js';

export interface OwnBid {
  readonly state: 'STANDING' | 'WITHDRAWN';
  readonly commitment: string;
  readonly handedInAt: string;
  readonly receipts: readonly BidReceipt[];
  readonly proof: { readonly head: never; readonly inclusion: never } | null;
}

const WITHDRAW = `mutation Withdraw($input: WithdrawBidInput!) { withdrawBid(input: $input) { clientMutationId } }`;

/** The own bid as it stands, and whether what the platform published holds it. */
export function receiptPart(sealing: Sealing, bid: OwnBid): HTMLElement {
  const { call, instructions, bidder, again } = sealing;
  const { logKey } = instructions;
  const status = new Status();
  const standing = bid.state === 'STANDING';
  const receipt = bid.receipts[bid.receipts.length - 1];
  const faults =
    receipt === undefined || bid.proof === null
      ? null
      : receiptFaults(receipt, bid.proof.inclusion, bid.proof.head, logKey);
  return h(
    'section',
    { class: 'card' },
    h(
      'h2',
      {},
      standing ? t('方案已提交', 'Your bid is handed in') : t('方案已撤回', 'Your bid is withdrawn'),
    ),
    facts(
      [t('提交时间', 'Handed in'), moment(bid.handedInAt)],
      [t('密文哈希', 'Hash of the sealed bid'), h('code', {}, bid.commitment)],
      [
        t('入册核验', 'In the log'),
        h('span', { class: faults !== null && faults.length > 0 ? 'wrong' : '' }, checked(faults)),
      ],
    ),
    h(
      'p',
      { class: 'soft' },
      t(
        '请保存回执：它由平台签名，证明这份密文在截止前已经提交。',
        'Keep the receipt: signed by the platform, it proves that these sealed bytes came before the deadline.',
      ),
    ),
    buttons(
      button(
        t('保存回执', 'Save the receipt'),
        status,
        async () =>
          saveJson(`jihui-receipt-${call.code}.json`, { receipts: bid.receipts, proof: bid.proof, logKey }),
        'primary',
      ),
      standing &&
        call.biddingOpen &&
        button(t('撤回方案', 'Withdraw'), status, async () => {
          const question = t(
            '撤回后，截止前可以重新提交。确定撤回？',
            'You may hand in again before the deadline. Withdraw?',
          );
          if (!(await confirmed(question, t('撤回方案', 'Withdraw')))) return;
          await command(WITHDRAW, { callId: call.id, organisationId: bidder });
          await again();
        }),
    ),
    status.element,
  );
}

/** @param faults null where no head holds it yet */
function checked(faults: readonly string[] | null): string {
  if (faults === null)
    return t('下一份日志摘要公布后，本页自动核验', 'This page checks it once the next head is published');
  return faults.length === 0
    ? t('✓ 已在公布的日志摘要中，本页已核验', '✓ It stands in the published head; this page has checked it')
    : t(
        `✗ 与公布的日志摘要不符：${faults.join('、')}`,
        `✗ Not as in the published head: ${faults.join(', ')}`,
      );
}
