import { commitmentOf, sealBid } from '@jihui/proofs';
import { ask, command, upload } from './api.js';
import { buttons, confirmed, h, save, t } from './dom.js';
import { chunksOf, fileButton, sizeOf } from './files.js';
import { draftForm } from './form.js';
import type { Sealing } from './bid.js';
import { button, Status } from './work.js';

const START = `mutation Start($input: StartBidUploadInput!) { startBidUpload(input: $input) { upload { id received } } }`;
const HAND_IN = `mutation HandIn($input: HandInBidInput!) { handInBid(input: $input) { clientMutationId } }`;
const UPLOAD = 'query BidUpload($id: ID!) { bidUpload(id: $id) { id received } }';

/** The bid is written, sealed here, and sent; or sent as it was sealed elsewhere. */
export function handInPart(sealing: Sealing, replaces: boolean): HTMLElement {
  const { call, instructions, bidder, again } = sealing;
  const form = draftForm(sealing);
  const [written, ready] = [new Status(), new Status()];
  const sealed = fileButton(t('选择密封文件', 'Choose a sealed file'), { accept: '.jhsb' });
  return h(
    'div',
    {},
    h(
      'section',
      { class: 'card' },
      h('h2', {}, replaces ? t('替换方案', 'Replace the bid') : t('揭榜方案', 'The bid')),
      h(
        'small',
        {},
        t('草稿自动保存在本浏览器，不上传', 'The draft is kept in this browser and sent nowhere'),
      ),
      form.element,
      buttons(
        button(
          replaces ? t('密封并替换', 'Seal and replace') : t('密封并提交', 'Seal and hand in'),
          written,
          async () => {
            written.say('');
            const { value, files } = form.read();
            written.say(t('正在本机加密…', 'Encrypting on this machine…'));
            const { custodians, threshold, call: id, round } = instructions;
            const bid = await sealBid({ call: id, round, bidder, custodians, threshold, form: value, files });
            const parts: BlobPart[] = [];
            for await (const part of bid.bytes) parts.push(part);
            const bytes = new Blob(parts);
            save(`jihui-bid-${call.code}.jhsb`, bytes);
            await send(sealing, bytes, bid.commitment(), written);
            await again();
          },
          'primary',
        ),
        button(
          t('清空草稿', 'Clear the draft'),
          written,
          async () => {
            const question = t(
              '清空本浏览器中的草稿？不影响已提交的方案。',
              'Clear the draft in this browser? What is handed in stays.',
            );
            if (!(await confirmed(question, t('清空', 'Clear')))) return;
            form.forget();
            await again();
          },
          'plain',
        ),
      ),
      written.element,
    ),
    h(
      'details',
      {},
      h('summary', {}, t('上传已密封的文件', 'Send a file that is sealed already')),
      h(
        'p',
        { class: 'soft' },
        t('由 jihui seal 或本页生成（.jhsb）', 'Made by “jihui seal” or by this page (.jhsb)'),
      ),
      sealed.element,
      buttons(
        button(t('上传并提交', 'Send and hand in'), ready, async () => {
          const [file] = sealed.input.files ?? [];
          if (file === undefined) throw new Error(t('请先选择密封文件', 'Choose the sealed file first'));
          const { commitment } = await commitmentOf(chunksOf(file));
          await send(sealing, file, commitment, ready);
          await again();
        }),
      ),
      ready.element,
    ),
  );
}

/** Sends what is sealed, or goes on where an earlier try of the same bytes broke off. */
async function send(
  { call, bidder }: Sealing,
  bytes: Blob,
  commitment: string,
  status: Status,
): Promise<void> {
  const key = `jihui.upload.${commitment}`;
  const begun = await resumed(localStorage.getItem(key));
  const { id, received } = begun ?? (await start(call.id, bytes, commitment, bidder));
  localStorage.setItem(key, id);
  await upload(id, bytes, received, (done) =>
    status.say(
      `${t('正在上传密文', 'Sending the sealed bid')} ${sizeOf(done)} / ${sizeOf(bytes.size)}`,
      done / bytes.size,
    ),
  );
  await command(HAND_IN, { uploadId: id });
  localStorage.removeItem(key);
}

interface Begun {
  readonly id: string;
  readonly received: number;
}

async function start(
  callId: string,
  bytes: Blob,
  commitment: string,
  organisationId: string,
): Promise<Begun> {
  const input = { callId, organisationId, size: bytes.size, commitment };
  return (await command<{ startBidUpload: { upload: Begun } }>(START, input)).startBidUpload.upload;
}

async function resumed(id: string | null): Promise<Begun | undefined> {
  if (id === null) return undefined;
  return (await ask<{ bidUpload: Begun | null }>(UPLOAD, { id })).bidUpload ?? undefined;
}
