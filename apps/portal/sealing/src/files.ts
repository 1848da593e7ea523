import type { BidFile } from '@jihui/proofs';
import { h, show, t } from './dom.js';

const MB = 1024 * 1024;
export const sizeOf = (bytes: number): string =>
  bytes < MB ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MB).toFixed(1)} MB`;

/** A field for files that looks as a button; what was chosen is read from the input. */
export function fileButton(
  label: string,
  options: { readonly multiple?: boolean; readonly accept?: string } = {},
): { readonly input: HTMLInputElement; readonly element: HTMLElement } {
  const { multiple = false, accept = '' } = options;
  const input = h('input', { type: 'file', multiple, accept });
  input.id = `file-${(count += 1)}`;
  const shown = h('p', { class: 'soft' });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    shown.textContent = multiple || file === undefined ? '' : `${file.name} · ${sizeOf(file.size)}`;
  });
  return {
    input,
    element: h('div', {}, input, h('label', { class: 'button', for: input.id }, label), !multiple && shown),
  };
}
let count = 0;

/** Files that are sealed with the bid, added a few at a time; a browser keeps none of them when the page is left. */
export function filePicker(): { readonly element: HTMLElement; read(): readonly BidFile[] } {
  const chosen: File[] = [];
  const list = h('ul', { class: 'files' });
  const { input, element } = fileButton(t('添加文件', 'Add files'), { multiple: true });
  const draw = (): void =>
    show(
      list,
      ...chosen.map((file, at) =>
        h(
          'li',
          {},
          h('span', {}, `${file.name} · ${sizeOf(file.size)}`),
          h(
            'button',
            {
              ...{ type: 'button', class: 'plain', 'aria-label': `${t('移除', 'Remove')} ${file.name}` },
              onclick: () => {
                chosen.splice(at, 1);
                draw();
              },
            },
            t('移除', 'Remove'),
          ),
        ),
      ),
    );
  input.addEventListener('change', () => {
    chosen.push(...(input.files ?? []));
    input.value = '';
    draw();
  });
  return {
    element: h(
      'div',
      {},
      h(
        'small',
        {},
        t(
          '技术方案等，与方案和联合体协议一起密封，合计不超过 500 MB。附件不随草稿保存，提交前再添加。',
          'Such as the proposal: sealed with the bid and the agreement, 500 MB together at most. Files are not kept with the draft; add them before you hand in.',
        ),
      ),
      list,
      element,
    ),
    read: () => chosen.map(asBidFile),
  };
}

export const asBidFile = (file: File): BidFile => ({
  name: file.name,
  type: file.type === '' ? 'application/octet-stream' : file.type,
  size: file.size,
  read: () => chunksOf(file),
});

/** The contents, a piece at a time. */
export async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += MB)
    yield new Uint8Array(await file.slice(at, at + MB).arrayBuffer());
}
