import {
  answerPossession,
  fingerprint,
  makeCustodianKey,
  openCustodianKey,
  releaseShare,
  shareContext,
  type CustodianKeyFile,
  type SealedShare,
} from '@jihui/proofs';
import { ask, command } from './api.js';
import { buttons, h, saveJson, show, t, titled } from './dom.js';
import { Fields, WrongFields, type FieldFault } from './fields.js';
import { fileButton } from './files.js';
import { button, Status } from './work.js';

interface Case {
  readonly callId: string;
  readonly code: string;
  readonly title: string;
  readonly state: string;
  readonly closesAt: string | null;
  readonly publicKey: string | null;
  readonly proved: boolean;
  readonly fixed: boolean;
  readonly shares: readonly {
    readonly bidId: string;
    readonly sealed: SealedShare;
    readonly subject: { readonly call: string; readonly round: number; readonly bidderTag: string };
    readonly released: boolean;
  }[];
}

const MY_CASES = `query CustodianCases { viewer { person { id displayName } }
  custodianCases { callId code title state closesAt publicKey proved fixed shares { bidId sealed subject released } } }`;
const PROPOSE = `mutation Propose($input: ProposeCustodianKeyInput!) { proposeCustodianKey(input: $input) { challenge } }`;
const PROVE = `mutation Prove($input: ProveCustodianKeyInput!) { proveCustodianKey(input: $input) { clientMutationId } }`;
const RELEASE = `mutation Release($input: ReleaseBidSharesInput!) { releaseBidShares(input: $input) { clientMutationId } }`;

/** States in which shares may still be asked for. */
const BEFORE_OPENING: readonly string[] = ['PUBLISHED', 'BIDDING', 'BIDS_CLOSED'];

/** Shortest passphrase: what guards the file where it lies. */
const PASSPHRASE = 12;

const digitsOf = (publicKey: string): string =>
  fingerprint(Uint8Array.from(publicKey.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));

const main = document.querySelector('main') as HTMLElement;

async function load(): Promise<void> {
  const { viewer, custodianCases } = await ask<{
    viewer: { person: { id: string; displayName: string } } | null;
    custodianCases: readonly Case[];
  }>(MY_CASES);
  if (viewer === null) {
    const next = encodeURIComponent(`${location.pathname}${location.search}`);
    show(
      main,
      h('p', {}, t('请先登录。', 'Sign in first.')),
      h('a', { class: 'button primary', href: `/sign-in?next=${next}` }, t('登录', 'Sign in')),
    );
    return;
  }
  const wanted = new URLSearchParams(location.search).get('call');
  const cases = custodianCases.filter(({ callId }) => wanted === null || callId === wanted);
  show(
    main,
    h('h1', {}, t('开标密钥保管', 'Custody of opening keys')),
    h(
      'p',
      {},
      t(
        '密钥在本页生成，以口令加密后保存为文件，由您自行保管；平台只得到公钥。开标时用同一文件解开由您保管的份额。',
        'The key is made in this page and saved as a file encrypted with a passphrase, which you keep. The platform gets the public key alone. At the opening the same file opens your shares.',
      ),
    ),
    ...(cases.length > 0
      ? cases.map((one) => caseCard(one, viewer.person.id))
      : [h('p', {}, t('目前没有由您保管的榜单。', 'No call names you as its custodian.'))]),
  );
}

function caseCard(one: Case, personId: string): HTMLElement {
  const status = new Status();
  const digits = one.publicKey === null ? null : digitsOf(one.publicKey);
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, `${one.code} ${one.title}`),
    digits !== null &&
      h(
        'p',
        {},
        `${one.proved ? t('公钥已登记，指纹', 'Key entered, fingerprint') : t('公钥待证明，指纹', 'Key to be proved, fingerprint')} `,
        h('code', {}, digits),
      ),
    !one.fixed && keyPart(one, personId, status),
    one.shares.length > 0 && releasePart(one, status),
    one.fixed &&
      one.shares.length === 0 &&
      h(
        'p',
        {},
        BEFORE_OPENING.includes(one.state)
          ? t(
              '公钥已随张榜固定。截止并开始开标后，在此释放份额。',
              'The key is fixed. Release your shares here once the opening has begun.',
            )
          : t('已开标，没有需要释放的份额。', 'The bids are opened; there is nothing to release.'),
      ),
    status.element,
  );
}

function keyPart(one: Case, personId: string, status: Status): HTMLElement {
  const fields = new Fields();
  const first = h('input', { type: 'password', autocomplete: 'new-password' });
  const second = h('input', { type: 'password', autocomplete: 'new-password' });
  const check = (): void => {
    const faults: FieldFault[] = [];
    if (first.value.length < PASSPHRASE)
      faults.push({
        field: 'passphrase',
        message: t(`口令至少 ${PASSPHRASE} 个字符`, `At least ${PASSPHRASE} characters`),
      });
    if (first.value !== second.value)
      faults.push({ field: 'again', message: t('两次输入的口令不一致', 'The passphrases differ') });
    fields.tell(faults);
    if (faults.length > 0) throw new WrongFields(faults);
  };
  const make = async (): Promise<void> => {
    check();
    status.say(t('正在生成…', 'Making the key…'));
    const file = await makeCustodianKey(one.callId, personId, first.value);
    // Saved first: a key that was entered and then lost would open nothing.
    saveJson(`jihui-key-${one.code}.json`, file);
    await enter(one.callId, personId, file, first.value);
    await load();
  };
  return h(
    'div',
    {},
    fields.add(
      'passphrase',
      t('口令', 'Passphrase'),
      first,
      t(
        `至少 ${PASSPHRASE} 个字符。忘记口令即无法开标，平台不能找回`,
        `At least ${PASSPHRASE} characters. A forgotten one cannot be recovered`,
      ),
    ),
    fields.add('again', t('再次输入口令', 'Passphrase again'), second),
    buttons(button(t('生成密钥并登记', 'Make and enter the key'), status, make, 'primary')),
  );
}

async function enter(
  callId: string,
  personId: string,
  file: CustodianKeyFile,
  passphrase: string,
): Promise<void> {
  const { proposeCustodianKey } = await command<{ proposeCustodianKey: { challenge: string } }>(PROPOSE, {
    callId,
    publicKey: file.publicKey,
  });
  const { privateKey } = await openCustodianKey(file, passphrase);
  const answer = await answerPossession(callId, personId, proposeCustodianKey.challenge, privateKey);
  await command(PROVE, { callId, answer });
}

function releasePart(one: Case, status: Status): HTMLElement {
  const left = one.shares.filter(({ released }) => !released);
  if (left.length === 0) return h('p', {}, t('您的份额已全部释放。', 'All your shares are released.'));
  const fields = new Fields();
  const file = fileButton(t('选择密钥文件', 'Choose the key file'), { accept: '.json,application/json' });
  const passphrase = h('input', { type: 'password', autocomplete: 'off' });
  const refuse = (field: string, message: string): never => {
    const faults = [{ field, message }];
    fields.tell(faults);
    throw new WrongFields(faults);
  };
  const release = async (): Promise<void> => {
    fields.tell([]);
    const [chosen] = file.input.files ?? [];
    if (chosen === undefined) return refuse('key', t('请选择密钥文件', 'Choose the key file'));
    status.say(t('正在解开…', 'Opening…'));
    const key = keyIn(await chosen.text());
    if (key?.publicKey !== one.publicKey)
      return refuse('key', t('该文件不是本榜单登记的密钥', 'This file is not the key entered for this call'));
    const opened = await openCustodianKey(key, passphrase.value).catch((error: unknown) =>
      refuse('passphrase', (error as Error).message),
    );
    const shares = await Promise.all(
      left.map(async ({ bidId, sealed, subject }) => {
        // What opens nothing is reported as such: the bid was sealed badly, and others may still open it.
        const released = await releaseShare(sealed, opened.privateKey, shareContext(subject)).catch(
          () => undefined,
        );
        return { bidId, share: released?.share ?? null };
      }),
    );
    await command(RELEASE, { callId: one.callId, shares });
    await load();
  };
  return h(
    'div',
    {},
    file.element,
    fields.faultOf('key', file.input),
    fields.add('passphrase', t('口令', 'Passphrase'), passphrase),
    buttons(
      button(
        t(`解开并释放 ${left.length} 份`, `Open and release ${left.length}`),
        status,
        release,
        'primary',
      ),
    ),
  );
}

function keyIn(text: string): CustodianKeyFile | undefined {
  try {
    return JSON.parse(text) as CustodianKeyFile;
  } catch {
    return undefined;
  }
}

titled('开标密钥保管 · 技汇', 'Custody of opening keys · Jihui');
load().catch((error: unknown) =>
  show(main, h('p', { class: 'status wrong' }, error instanceof Error ? error.message : String(error))),
);
