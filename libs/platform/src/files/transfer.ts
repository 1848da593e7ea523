import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Codes, DomainError, cleanText } from '@jihui/kernel';
import { Files, type StoredFile } from './files.js';

/** The text fields of the form that stand before the file. */
export type FormFields = Readonly<Record<string, string>>;

export interface ReceivedFile extends StoredFile {
  readonly name: string;
  readonly fields: FormFields;
}

/**
 * Takes the one file of a multipart request.
 * @param options.before is asked before a byte is stored: it throws when this person adds no file there.
 * @throws DomainError INVALID_INPUT when there is none; FILE.TOO_LARGE and FILE.EMPTY as in Files.put.
 */
export async function receiveFile(
  request: FastifyRequest,
  files: Files,
  options: { readonly limit?: number; readonly before?: (fields: FormFields) => Promise<void> } = {},
): Promise<ReceivedFile> {
  if (!request.isMultipart())
    throw new DomainError(Codes.INVALID_INPUT, '请用表单上传一个文件（multipart/form-data）');
  const part: MultipartFile | undefined = await request.file();
  if (part === undefined) throw new DomainError(Codes.INVALID_INPUT, '没有收到文件，请重新选择');
  const fields = textFields(part);
  await options.before?.(fields);
  const stored = await files.put(part.file, options);
  const name = cleanText(part.filename).replaceAll(/[\\/]/g, '_').slice(0, 200) || '未命名文件';
  return { ...stored, name, fields };
}

function textFields(part: MultipartFile): FormFields {
  const entries = Object.entries(part.fields).map(([name, value]) => {
    const [field] = Array.isArray(value) ? value : [value];
    return [name, field !== undefined && field.type === 'field' ? String(field.value) : undefined] as const;
  });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Types a browser may show; everything else is only saved. */
const INLINE = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'text/plain',
]);

/** Streams the bytes with headers under which no content can run as a page of ours. */
export function sendFile(
  reply: FastifyReply,
  files: Files,
  file: { readonly sha256: string; readonly type: string; readonly name: string; readonly size?: number },
): FastifyReply {
  const disposition = INLINE.has(file.type) ? 'inline' : 'attachment';
  void reply
    .header('content-type', file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .header('etag', `"${file.sha256}"`);
  if (file.size !== undefined) void reply.header('content-length', file.size);
  return reply.send(files.open(file.sha256));
}
