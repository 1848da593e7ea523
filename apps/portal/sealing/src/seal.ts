import {
  asInstructions,
  commitmentOf,
  receiptFaults,
  sealBid,
  type BidReceipt,
  type SealingInstructions,
} from '@jihui/proofs';
import { ask, command, Refused, upload } from './api.js';
import { button, field, h, save, saveJson, show, Status, t } from './dom.js';
import { chunksOf, draftForm, type Call } from './form.js';

interface Organisation {
  readonly id: string;
  readonly name: string;
}
interface OwnBid {
  readonly state: 'STANDING' | 'WITHDRAWN';
  readonly commitment: string;
  readonly handedInAt: string;
  readonly receipts: readonly BidReceipt[];
  readonly proof: { readonly head: never; readonly inclusion: never } | null;
}
interface Page {
  readonly viewer: {
    readonly memberships: readonly {
      readonly state: string;
      readonly roles: readonly string[];
      readonly organisation: (Organisation & { readonly kind: string }) | null;
    }[];
  } | null;
  readonly call: (Call & { readonly biddingOpen: boolean; readonly closesAt: string | null }) | null;
  readonly callSealing: { readonly instructions: unknown } | null;
}

const PAGE = `query SealPage($id: ID!) {
  viewer { memberships { state roles organisation { id name kind } } }
  call(id: $id) { id code title closesAt biddingOpen indicators { code name unit operator target upper core } }
  callSealing(callId: $id) { instructions } }`;
const OWN = `query Own($callId: ID!, $organisationId: ID!) {
  ownBid(callId: $callId, organisationId: $organisationId) { state commitment handedInAt receipts proof } }`;
const START = `mutation Start($input: StartBidUploadInput!) { startBidUpload(input: $input) { upload { id received } } }`;
const HAND_IN = `mutation HandIn($input: HandInBidInput!) { handInBid(input: $input) { clientMutationId } }`;
const WITHDRAW = `mutation Withdraw($input: WithdrawBidInput!) { withdrawBid(input: $input) { clientMutationId } }`;

const BIDDERS = ['UNIVERSITY', 'INSTITUTE', 'ENTERPRISE', 'OTHER'];
const main = document.querySelector('main') as HTMLElement;
const callId = new URLSearchParams(location.search).get('call') ?? '';

async function load(): Promise<void> {
  const { viewer, call, callSealing } = await ask<Page>(PAGE, { id: callId });
  const organisations = (viewer?.memberships ?? []).flatMap(({ state, roles, organisation }) =>
    organisation !== null &&
    state === 'ACTIVE' &&
    BIDDERS.includes(organisation.kind) &&
    (roles.includes('TRANSFER_OFFICER') || roles.includes('ORG_ADMIN'))
      ? [organisation]
      : [],
  );
  if (call === null || callSealing?.instructions == null)
    return say(t('榜单不存在，或尚未张榜。', 'There is no such call, or it is not published yet.'));
  if (organisations.length === 0)
    return say(
      t(
        '请以单位的转移转化负责人或单位管理员登录后揭榜。',
        'Sign in as a transfer officer or administrator of an organisation to bid.',
      ),
    );
  const instructions = asInstructions(callSealing.instructions);
  const choice = h('select', {}, ...organisations.map(({ id, name }) => h('option', { value: id }, name)));
  const below = h('div', {});
  const open = () => bidding(below, call, instructions, choice.value);
  choice.addEventListener('change', () => void open().catch(fail));
  show(
    main,
    h('h1', {}, `${t('密封揭榜', 'Sealed bid')} · ${call.code}`),
    h('p', {}, call.title),
    call.closesAt !== null &&
      h('p', {}, `${t('截止', 'Deadline')} ${new Date(call.closesAt).toLocaleString()}`),
    h(
      'p',
      {},
      t(
        '方案在本页加密后才上传：平台在开标前不能读取，也不向任何人透露是否有人揭榜。',
        'The bid is encrypted in this page before it is sent: the platform cannot read it before the opening, and tells nobody whether anybody bid.',
      ),
    ),
    button(t('保存密封说明', 'Save the sealing instructions'), new Status(), async () =>
      saveJson(`jihui-sealing-${call.code}.json`, instructions),
    ),
    field(t('揭榜单位', 'Bidder'), choice),
    below,
  );
  await open();
}

async function bidding(
  into: HTMLElement,
  call: NonNullable<Page['call']>,
  instructions: SealingInstructions,
  bidder: string,
): Promise<void> {
  const { ownBid } = await ask<{ ownBid: OwnBid | null }>(OWN, { callId: call.id, organisationId: bidder });
  const again = () => bidding(into, call, instructions, bidder);
  show(
    into,
    ownBid !== null && receiptPart(call, instructions, bidder, ownBid, again),
    call.biddingOpen
      ? handInPart(call, instructions, bidder, ownBid?.state === 'STANDING', again)
      : h('p', {}, t('现在不在揭榜期内。', 'Bids do not come in now.')),
  );
}

function receiptPart(
  call: NonNullable<Page['call']>,
  { logKey }: SealingInstructions,
  bidder: string,
  bid: OwnBid,
  again: () => Promise<void>,
): HTMLElement {
  const status = new Status();
  const receipt = bid.receipts[bid.receipts.length - 1];
  const checked = receipt !== undefined && bid.proof !== null;
  const faults = checked ? receiptFaults(receipt, bid.proof.inclusion, bid.proof.head, logKey) : [];
  const said = !checked
    ? t('下一份日志摘要公布后可核验。', 'It can be checked once the next head is published.')
    : faults.length === 0
      ? t(
          '✓ 已在公布的日志摘要中，本页已核验。',
          '✓ It stands in the published head; this page has checked it.',
        )
      : t(
          `✗ 与公布的日志摘要不符：${faults.join('、')}`,
          `✗ Not as in the published head: ${faults.join(', ')}`,
        );
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, bid.state === 'STANDING' ? t('已提交', 'Handed in') : t('已撤回', 'Withdrawn')),
    h('p', {}, `${t('承诺值', 'Commitment')} `, h('code', {}, bid.commitment)),
    h('p', { class: faults.length > 0 ? 'wrong' : '' }, said),
    button(t('保存回执', 'Save the receipt'), status, async () =>
      saveJson(`jihui-receipt-${call.code}.json`, { receipts: bid.receipts, proof: bid.proof, logKey }),
    ),
    bid.state === 'STANDING' &&
      call.biddingOpen &&
      button(t('撤回', 'Withdraw'), status, async () => {
        if (
          !confirm(
            t('撤回后可在截止前重新提交。确定撤回？', 'You may hand in again before the deadline. Withdraw?'),
          )
        )
          return;
        await command(WITHDRAW, { callId: call.id, organisationId: bidder });
        await again();
      }),
    status.element,
  );
}

function handInPart(
  call: NonNullable<Page['call']>,
  instructions: SealingInstructions,
  bidder: string,
  replaces: boolean,
  again: () => Promise<void>,
): HTMLElement {
  const status = new Status();
  const form = draftForm(call, bidder);
  const label = replaces ? t('密封并替换', 'Seal and replace') : t('密封并提交', 'Seal and hand in');
  const ready = h('input', { type: 'file', accept: '.jhsb' });
  const send = async (bytes: Blob, commitment: string): Promise<void> => {
    await sendSealed(bytes, commitment, bidder, status);
    await again();
  };
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, replaces ? t('替换方案', 'Replace the bid') : t('揭榜方案', 'The bid')),
    form.element,
    button(label, status, async () => {
      const { value, files } = form.read();
      status.say(t('正在密封…', 'Sealing…'));
      const { custodians, threshold, call: id, round } = instructions;
      const bid = await sealBid({ call: id, round, bidder, custodians, threshold, form: value, files });
      const parts: BlobPart[] = [];
      for await (const part of bid.bytes) parts.push(part);
      const bytes = new Blob(parts);
      save(`jihui-bid-${call.code}.jhsb`, bytes);
      await send(bytes, bid.commitment());
    }),
    h('h2', {}, t('或上传已密封的文件', 'Or send a file that is sealed already')),
    field(
      t('密封文件', 'Sealed file'),
      ready,
      t('由 jihui seal 或本页生成（.jhsb）', 'Made by jihui seal or this page (.jhsb)'),
    ),
    button(t('上传并提交', 'Send and hand in'), status, async () => {
      const file = ready.files?.[0];
      if (file === undefined) throw new Error(t('请选择密封文件', 'Choose the sealed file'));
      const { commitment } = await commitmentOf(chunksOf(file));
      await send(file, commitment);
    }),
    status.element,
  );
}

/** Sends what is sealed, or goes on where an earlier try of the same bytes broke off. */
async function sendSealed(bytes: Blob, commitment: string, bidder: string, status: Status): Promise<void> {
  const key = `jihui.upload.${commitment}`;
  const begun = await resumed(localStorage.getItem(key));
  const { id, received } = begun ?? (await start(bytes, commitment, bidder));
  localStorage.setItem(key, id);
  await upload(id, bytes, received, (done) =>
    status.say(`${t('正在上传', 'Sending')} ${Math.floor((done / bytes.size) * 100)}%`),
  );
  await command(HAND_IN, { uploadId: id });
  localStorage.removeItem(key);
}

interface Begun {
  readonly id: string;
  readonly received: number;
}

async function start(bytes: Blob, commitment: string, organisationId: string): Promise<Begun> {
  const input = { callId, organisationId, size: bytes.size, commitment };
  return (await command<{ startBidUpload: { upload: Begun } }>(START, input)).startBidUpload.upload;
}

async function resumed(id: string | null): Promise<Begun | undefined> {
  if (id === null) return undefined;
  const query = 'query BidUpload($id: ID!) { bidUpload(id: $id) { id received } }';
  return (await ask<{ bidUpload: Begun | null }>(query, { id })).bidUpload ?? undefined;
}

const say = (text: string): void => show(main, h('p', {}, text));
const fail = (error: unknown): void => {
  const text =
    error instanceof Refused && error.code === 'UNAUTHENTICATED'
      ? t('请先登录。', 'Sign in first.')
      : (error as Error).message;
  show(main, h('p', { class: 'status wrong' }, text));
};

load().catch(fail);
