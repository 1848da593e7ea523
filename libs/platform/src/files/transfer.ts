import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Codes, DomainError, cleanText } from '@jihui/kernel';
import { Files, type StoredFile } from './files.js';

/** The text fields of the form that stand before the file. */
export type FormFields = Readonly<Record<string, string>>;

export interface ReceiveOptions {
  readonly limit?: number;
  readonly apart?: string;
  readonly before?: (fields: FormFields) => Promise<void>;
}

export interface ReceivedFile extends StoredFile {
  readonly name: string;
  readonly fields: FormFields;
}

/**
 * Takes the one file of a multipart request.
 * @param options.apart as in Files.put
 * @param options.before is asked before a byte is stored: it throws when this person adds no file there.
 * @throws DomainError INVALID_INPUT when there is none; FILE.TOO_LARGE and FILE.EMPTY as in Files.put.
 */
export async function receiveFile(
  request: FastifyRequest,
  files: Files,
  options: ReceiveOptions = {},
): Promise<ReceivedFile> {
  if (!request.isMultipart())
    throw new DomainError(Codes.INVALID_INPUT, '请用表单上传一个文件（multipart/form-data）');
  const part = await request.file().catch(refuseBrokenForm);
  if (part === undefined) throw new DomainError(Codes.INVALID_INPUT, '没有收到文件，请重新选择');
  const fields = textFields(part);
  await options.before?.(fields);
  const stored = await files.put(part.file, options).catch(refuseBrokenForm);
  return { ...stored, name: nameOf(part.filename), fields };
}

/** A form that cannot be taken apart (no boundary, cut, thousands of parts) is the sender's; a full disk is ours. */
function refuseBrokenForm(error: unknown): never {
  if (error instanceof DomainError || (error as { syscall?: string }).syscall !== undefined) throw error;
  throw new DomainError(Codes.INVALID_INPUT, '上传的内容不完整或格式有误，请重新上传');
}

const LONGEST_NAME = 200;

/** A name without folders; one that is too long is cut before its ending, which says what the file is. */
function nameOf(given: string): string {
  const name = cleanText(given).replaceAll(/[\\/]/g, '_') || '未命名文件';
  const characters = [...name];
  if (characters.length <= LONGEST_NAME) return name;
  const ending = /\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? '';
  return characters.slice(0, LONGEST_NAME - ending.length).join('') + ending;
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
  void harmless(reply, file).header('etag', `"${file.sha256}"`);
  if (file.size !== undefined) void reply.header('content-length', file.size);
  return reply.send(files.open(file.sha256));
}

/** Sends what was made for this request and is kept nowhere, as {@link sendFile} sends what is. */
export const sendMade = (
  reply: FastifyReply,
  file: { readonly type: string; readonly name: string; readonly content: Buffer | Readable },
): FastifyReply => harmless(reply, file).send(file.content);

function harmless(
  reply: FastifyReply,
  { type, name }: { readonly type: string; readonly name: string },
): FastifyReply {
  const disposition = INLINE.has(type) ? 'inline' : 'attachment';
  return reply
    .header('content-type', type === 'text/plain' ? 'text/plain; charset=utf-8' : type)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store');
}
